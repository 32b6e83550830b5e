import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { isLingering, lingeringClose } from './lingering-close.js';
import { Problem } from './problem.js';

const problems: Record<string, Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, { detail: 'The request did not come to its end in time.' }),
  HPE_HEADER_OVERFLOW: new Problem(431, { detail: 'The headers are too large.' }),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new Problem(413, { detail: 'The body is too large.' }),
};
const notHttp = new Problem(400, { detail: 'This is no HTTP request.' });

/** Answers malformed or incomplete requests with a problem document, and closes the connection. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (isLingering(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  answerOn(socket, problems[error.code ?? ''] ?? notHttp);
}

/** Answers on a connection that has no request object, and closes it. */
export function answerOn(socket: Socket, problem: Problem): void {
  const body = JSON.stringify({ ...problem.toJSON(), instance: `urn:correlation:${randomUUID()}` });
  socket.write(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  lingeringClose(socket);
}

/** Whether an answer is being written on the connection: a second one could not be parsed then. */
const isAnswering = (socket: Socket) =>
  (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent === true;

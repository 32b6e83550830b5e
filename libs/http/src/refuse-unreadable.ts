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

/** Answers what never became a request, or did not come to its end, as a problem document, and ends the connection. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (isLingering(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  answerOn(socket, problems[error.code ?? ''] ?? notHttp);
}

/** Answers on a connection that no request stands for, and ends it. */
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

/** Whether the connection is in the middle of an answer, behind which nothing else would be understood. */
const isAnswering = (socket: Socket) =>
  (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent === true;

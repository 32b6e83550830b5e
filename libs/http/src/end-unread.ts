import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { lingeringClose } from './lingering-close.js';

/**
 * If a request is answered before its body has arrived, because its headers were refused, the body is not read: the
 * connection is closed with the answer. A client that sent `Expect: 100-continue` gets 100 only after its headers were
 * accepted.
 */
export function endUnread(fastify: FastifyInstance): void {
  // By default Node would send 100 before any check.
  fastify.server.on('checkContinue', (request, response) => fastify.server.emit('request', request, response));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (closesUnread(request.raw)) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** Whether the connection must end with the answer, because the body has not arrived; it then ends when that is sent. */
export function closesUnread(request: IncomingMessage): boolean {
  const closes = isUnread(request);
  if (closes) lingerOnEnd(request.socket);
  return closes;
}

/** Sends 100 to clients that expect it. Add it after every hook that refuses a request by its headers. */
export function resumeReading(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const isAsked = request.headers.expect?.toLowerCase() === '100-continue';
    const { bodyLimit = Infinity } = request.routeOptions;
    if (isAsked && Number(request.headers['content-length'] ?? 0) <= bodyLimit) reply.raw.writeContinue();
    done(null, payload);
  });
}

/** Node reads and discards a small body, which costs less than another connection. */
const smallBytes = 16_384;

const isUnread = ({ complete, headers }: IncomingMessage) =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > smallBytes);

/** Node calls this method to close a connection after its last answer. */
function lingerOnEnd(socket: Socket): void {
  Object.assign(socket, { destroySoon: () => lingeringClose(socket) });
}

import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { lingeringClose } from './lingering-close.js';

/**
 * A request that is answered before its body has come, for that is refused by its headers, is not read to its end: its
 * connection ends with the answer. Who asked beforehand (`Expect: 100-continue`) is told to go on only once they may.
 */
export function endUnread(fastify: FastifyInstance): void {
  // Node itself would say “go on” before anybody has looked at the request.
  fastify.server.on('checkContinue', (request, response) => fastify.server.emit('request', request, response));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (isUnread(request.raw)) {
      void reply.header('Connection', 'close');
      lingerOnEnd(request.raw.socket);
    }
    done(null, payload);
  });
}

/** Lets those go on who asked whether they may send their body. To be added after whatever refuses by headers. */
export function letGoOn(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const isAsked = request.headers.expect?.toLowerCase() === '100-continue';
    const { bodyLimit = Infinity } = request.routeOptions;
    if (isAsked && Number(request.headers['content-length'] ?? 0) <= bodyLimit) reply.raw.writeContinue();
    done(null, payload);
  });
}

/** A body that is small is read and thrown away by Node, which costs less than another connection. */
const smallBytes = 16_384;

const isUnread = ({ complete, headers }: IncomingMessage) =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > smallBytes);

/** Node ends a connection by this method once its last answer is sent. */
function lingerOnEnd(socket: Socket): void {
  Object.assign(socket, { destroySoon: () => lingeringClose(socket) });
}

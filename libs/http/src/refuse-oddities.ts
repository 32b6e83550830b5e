import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { badRequest, Problem } from './problem.js';
import { answerOn } from './refuse-unreadable.js';

const noProxy = new Problem(405, { detail: 'CONNECT is for proxies, and this is none.' });

/** Answers with a problem document what Node would refuse without a body: a missing Host, an unknown expectation, CONNECT. */
export function refuseOddities(fastify: FastifyInstance): void {
  const { server } = fastify;
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket) => answerOn(socket as Socket, noProxy));
  fastify.addHook('onRequest', ({ raw: { headers, httpVersion } }, _reply, done) => {
    if (headers.host === undefined && httpVersion === '1.1') return done(badRequest('The header Host is missing.'));
    const { expect = '100-continue' } = headers;
    done(expect.toLowerCase() === '100-continue' ? undefined : notExpected());
  });
}

const notExpected = () => new Problem(417, { detail: 'Nothing can be expected here but 100-continue.' });

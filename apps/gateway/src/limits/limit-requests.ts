import type { FastifyInstance } from 'fastify';
import type { Callers } from '../callers/callers.js';
import type { Limits } from './limits.js';

/**
 * Puts the limits before every route. Not at `onRequest`: what CORS adds must be on the refusals too. Who asks is looked
 * up meanwhile.
 */
export function limitRequests(fastify: FastifyInstance, limits: Limits, callers: Callers): void {
  fastify.addHook('preParsing', async (request, reply, payload) => {
    await limits.admit(request, reply, () => callers.lookAhead(request));
    return payload;
  });
  fastify.addHook('preHandler', (request) => limits.beforeSignIn(request));
  fastify.addHook('onSend', async (request, reply, payload) => {
    await limits.afterSignIn(request, reply.statusCode);
    return payload;
  });
}

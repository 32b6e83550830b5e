import type { FastifyInstance } from 'fastify';
import type { Admission } from './callers/admission.js';
import type { Callers } from './callers/callers.js';
import type { Limits } from './limits/limits.js';

export interface Gate {
  limits: Limits;
  callers: Callers;
  admission: Admission;
}

/**
 * Puts the limits and the policy before every route and before its body is read: what a stranger sends costs no more than
 * its headers. Not at `onRequest`: what CORS adds must be on the refusals too. Who asks is looked up while it is counted.
 */
export function admitRequests(fastify: FastifyInstance, { limits, callers, admission }: Gate): void {
  fastify.addHook('preParsing', async (request, reply, payload) => {
    await limits.admit(request, reply, () => callers.lookAhead(request));
    await admission.judge(request);
    return payload;
  });
  fastify.addHook('preHandler', (request) => limits.beforeSignIn(request));
  fastify.addHook('onSend', async (request, reply, payload) => {
    await limits.afterSignIn(request, reply.statusCode);
    return payload;
  });
}

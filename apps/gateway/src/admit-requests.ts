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
 * Checks the limits and the policy before every route and before the body is read, so a stranger's request costs no
 * more than its headers. It is not done at `onRequest`, because refusals need the CORS headers too. The caller is
 * looked up while the request is counted.
 */
export function admitRequests(fastify: FastifyInstance, { limits, callers, admission }: Gate): void {
  fastify.addHook('preParsing', async (request, reply, payload) => {
    await limits.admit(request, reply, () => callers.lookAhead(request));
    await admission.judge(request);
    return payload;
  });
  fastify.addHook('preHandler', (request) => limits.beforeSignIn(request));
  fastify.addHook('preHandler', (request) => limits.beforePasswordReset(request));
  fastify.addHook('onSend', async (request, reply, payload) => {
    await limits.afterSignIn(request, reply.statusCode);
    return payload;
  });
}

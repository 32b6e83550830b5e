import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allMethods, methodsOf } from '#policy/routes.js';

const sent = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'Last-Event-ID',
  'Consistency-Token',
  'Prefer',
  'X-Correlation-Id',
];
const shown = [
  'Consistency-Token',
  'Deprecation',
  'ETag',
  'Idempotency-Key',
  'Link',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'Sunset',
  'X-Correlation-Id',
];

/** Seconds for which a browser may reuse the answer to a preflight. */
export const preflightSeconds = 600;

/**
 * CORS (https://fetch.spec.whatwg.org/#http-cors-protocol). No cookies are used, so any site may call: the token in the
 * request decides what it may do. OPTIONS is answered here, with the methods that the policy has for the path.
 */
export function allowOtherSites(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': shown.join(', ') });
    if (request.method === 'OPTIONS') await answerOptions(request, reply);
  });
}

function answerOptions(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const methods = methodsOf(pathOf(request));
  // An unknown path allows all methods, so that the browser sends the request and its page reads the 404.
  const allowed = methods.length > 0 ? methods : allMethods;
  void reply.status(204).header('Allow', ['OPTIONS', ...allowed].join(', '));
  if (request.headers['access-control-request-method'] !== undefined) {
    void reply.headers({
      'Access-Control-Allow-Methods': allowed.join(', '),
      'Access-Control-Allow-Headers': sent.join(', '),
      'Access-Control-Max-Age': preflightSeconds,
    });
  }
  return reply.send();
}

/** The requested path without its query. */
export const pathOf = ({ url }: FastifyRequest): string => url.replace(/[?;#].*/s, '');

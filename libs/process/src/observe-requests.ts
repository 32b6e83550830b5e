import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import { isEndless } from '#http/ends-at-once.js';
import { contextOf, runInContext } from '#http/request-context.js';

const quiet = new Set(['/health/live', '/health/ready']);

/** Gives each request its context, measures it, and logs method, route pattern, status and time: nothing personal. */
export function observeRequests(fastify: FastifyInstance, metrics: Metrics, log: Logger): void {
  // The fields are listed here one by one, so that nothing personal can slip in.
  const asItIs = log.child({}, { redact: [] });
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = contextOf(request.headers);
    void reply.header('X-Correlation-Id', context.correlationId);
    runInContext(context, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1_000;
    // How long somebody stays at a stream is no time that anybody waited.
    if (!isEndless(reply.raw))
      metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, seconds);
    if (!quiet.has(route)) {
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      asItIs.info({ method: request.method, route, status: reply.statusCode, ms }, 'request');
    }
    done();
  });
}

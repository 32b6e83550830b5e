import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { HealthChecks } from './health-checks.js';
import { httpAdapter } from '#http/http-adapter.js';
import type { Metrics } from './metrics.js';
import { Problem } from '#http/problem.js';
import { sendProblem } from '#http/problem.filter.js';

export interface Managed {
  health: HealthChecks;
  metrics: Metrics;
  log: Logger;
}

/**
 * Serves operators on a port of its own: readiness with its reasons, and metrics. Strangers must not reach it.
 * @throws Error if it cannot listen on the port.
 */
export async function serveManagement(
  { health, metrics, log }: Managed,
  { port, host }: { port: number; host: string },
): Promise<FastifyInstance> {
  const fastify = httpAdapter({ log }).getInstance();
  fastify.get('/health/live', () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { ready, checks } = await health.readiness();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks });
  });
  fastify.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.registry.metrics()),
  );
  fastify.setNotFoundHandler((request, reply) => {
    sendProblem(reply, new Problem(404, { detail: 'There is no such route.' }), undefined, log, request);
  });
  await fastify.listen({ port, host });
  return fastify;
}

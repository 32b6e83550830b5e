import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { admitRequests } from './admit-requests.js';
import { Admission } from './callers/admission.js';
import { requireRow } from './callers/require-row.js';
import { Callers } from './callers/callers.js';
import { importBytes } from '#service/body-limits.js';
import { Problem } from '#service/problem.js';
import { serveOpenApi } from './docs/openapi.js';
import { Limits } from './limits/limits.js';
import { addSecurityHeaders } from './security-headers.js';

/** What the gateway sets beyond what every service has. */
export function configureGateway(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  addSecurityHeaders(fastify);
  admitRequests(fastify, { limits: app.get(Limits), callers: app.get(Callers), admission: app.get(Admission) });
  // Fastify reads plain text too; everything here takes JSON and nothing else.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRoute', (route) => {
    requireRow(route.method, route.url);
    if (route.url.startsWith('/api/imports/')) route.bodyLimit = importBytes;
  });
  // Postgres has no NUL in its text, so nothing is named by one.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const named = Object.values((request.params ?? {}) as Record<string, string>);
    done(
      named.some((value) => value.includes('\0')) ? new Problem(404, { detail: 'There is no such route.' }) : undefined,
    );
  });
  // No cookies anywhere, so any site may call: what it may do hangs on the token it holds.
  app.enableCors({
    origin: '*',
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'Consistency-Token',
      'Prefer',
      'X-Correlation-Id',
    ],
    exposedHeaders: [
      'Consistency-Token',
      'Idempotency-Key',
      'Link',
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'Retry-After',
      'X-Correlation-Id',
    ],
  });
  serveOpenApi(app);
}

import type { FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { admitRequests } from './admit-requests.js';
import { tellDeprecations } from './answers/deprecated.js';
import { writeBySchemas } from './answers/writes-by.js';
import { allowOtherSites } from './allow-other-sites.js';
import { Admission } from './callers/admission.js';
import { requireRow } from './callers/require-row.js';
import { Callers } from './callers/callers.js';
import { importBytes } from '#http/body-limits.js';
import { Problem, unprocessable } from '#http/problem.js';
import { serveOpenApi } from './docs/openapi.js';
import { Limits } from './limits/limits.js';
import { addSecurityHeaders } from './security-headers.js';

/** Configures what only the gateway has, beyond what every service has. */
export function configureGateway(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  writeBySchemas(fastify);
  tellDeprecations(fastify);
  addSecurityHeaders(fastify);
  allowOtherSites(fastify);
  admitRequests(fastify, { limits: app.get(Limits), callers: app.get(Callers), admission: app.get(Admission) });
  fastify.addHook('onRoute', (route) => {
    requireRow(route.method, route.url);
    if (route.url.startsWith('/api/imports/')) route.bodyLimit = importBytes;
  });
  fastify.addHook('preValidation', (request, _reply, done) => done(whyUnfit(request)));
  serveOpenApi(app);
}

/** Postgres stores no NUL in text, so a path with one names nothing, and nothing is found by one. */
function whyUnfit({ params, query }: FastifyRequest): Problem | undefined {
  const named = Object.values((params ?? {}) as Record<string, string>);
  if (named.some((value) => value.includes('\0'))) return new Problem(404, { detail: 'There is no such route.' });
  const asked = Object.entries((query ?? {}) as Record<string, string | string[]>);
  const unfit = asked.filter(([, values]) => [values].flat().some((value) => value.includes('\0')));
  if (unfit.length === 0) return undefined;
  return unprocessable(Object.fromEntries(unfit.map(([name]) => [name, ['has control characters']])));
}

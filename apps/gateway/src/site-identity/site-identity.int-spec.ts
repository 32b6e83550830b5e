import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { Counter, Registry } from 'prom-client';
import { Problem } from '#http/problem.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { saveSiteIdentity } from '#read-models/site-identity/save-site-identity.js';
import type { SiteIdentityRow } from '#read-models/site-identity/site-identity.entity.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { SiteIdentityController } from './site-identity.controller.js';
import { Sites } from './sites.js';

const at = '2026-01-09T00:00:00.000Z';
const defaults = {
  name: 'Broadside',
  motto: 'News with an argument underneath',
  language: 'en',
  timeZone: 'UTC',
  publishing: 'editors',
  editMinutes: 10,
  ...{ commentsCloseAfterDays: null, quietFrom: null, quietUntil: null },
};
const noPages = { rules: false, imprint: false, privacy: false };

let database: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  database = await createReadModels();
  const { pool } = database;
  const answered = new Counter({ name: 'answers', help: 'x', labelNames: ['from'], registers: [new Registry()] });
  const cached = new CachedAnswers({ store: undefined, code: 'code', answered });
  const sites = new Sites({ pool, lookUps: pool, big: new BigAnswers() });
  const consistency = { meet: () => Promise.resolve() };
  const controller = new SiteIdentityController(sites, cached, consistency as never);
  server = fastify();
  server.get('/site', (request, reply) => controller.read(request, reply).then(() => reply));
  server.get<{ Params: { page: string } }>('/site/pages/:page', (request, reply) =>
    controller.page(request.params.page, request, reply).then(() => reply),
  );
  server.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof Problem ? error.status : 500).send(String(error)),
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Stores the row and raises the version, as the projector does in one batch. */
async function describeSite(row: Partial<SiteIdentityRow>): Promise<void> {
  const page = { rules: null, rulesHtml: null, rulesUpdatedAt: null, imprint: null, imprintHtml: null };
  const more = { imprintUpdatedAt: null, privacy: null, privacyHtml: null, privacyUpdatedAt: null, updatedAt: at };
  const own = { id: 'site', name: null, motto: null, language: null, timeZone: null, publishing: null };
  const client = await database.pool.connect();
  await saveSiteIdentity(client, [{ ...own, ...page, ...more, ...row }]);
  await raiseSiteHeads(client, ['site']).finally(() => client.release());
}

const ask = (path: string, etag?: string | string[] | number): Promise<LightMyRequestResponse> =>
  server.inject({ url: path, headers: etag === undefined ? {} : { 'if-none-match': String(etag) } });

test('a site of which nobody has said anything has a name, and no pages', async () => {
  const { headers, ...answer } = await ask('/site');
  expect(answer.json()).toEqual({ site: { ...defaults, pages: noPages, updatedAt: null, version: 0 } });
  expect((await ask('/site', headers.etag)).statusCode).toBe(304);
  expect((await ask('/site/pages/rules')).statusCode).toBe(404);
  expect((await ask('/site/pages/toString')).statusCode).toBe(404);
});

test('what was said is shown, the rest is as it was, and who had the answer before is sent the new one', async () => {
  const { etag } = (await ask('/site')).headers;
  const rules = { rules: 'Be *kind*', rulesHtml: '<p>Be <em>kind</em></p>', rulesUpdatedAt: at };
  await describeSite({ motto: '', language: 'de', editMinutes: 0, ...rules });
  const site = {
    ...defaults,
    motto: '',
    language: 'de',
    editMinutes: 0,
    pages: { ...noPages, rules: true },
    updatedAt: at,
    version: 0,
  };
  expect((await ask('/site', etag)).json()).toEqual({ site });
  const page = { name: 'rules', source: rules.rules, html: rules.rulesHtml, updatedAt: at };
  const shown = await ask('/site/pages/rules');
  expect(shown.json()).toEqual({ page });
  expect((await ask('/site/pages/rules', shown.headers.etag)).statusCode).toBe(304);
  await describeSite({});
  expect((await ask('/site/pages/rules', shown.headers.etag)).statusCode).toBe(404);
});

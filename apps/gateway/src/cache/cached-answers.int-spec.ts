import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { Counter, Registry } from 'prom-client';
import type { Pool, PoolClient } from 'pg';
import { RedisLink } from '#redis/redis-link.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { saveArticleActivity } from '#read-models/shown/save-article-activity.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { eventually } from '#testing/eventually.js';
import { ownRedis, type OwnRedis } from '#testing/own-redis.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { describeWithRedis } from '#testing/redis.js';
import { BigAnswers } from '../answers/big-answers.js';
import { Articles } from '../articles/articles.js';
import { ArticlesController } from '../articles/articles.controller.js';
import type { Consistency } from '../consistency/consistency.js';
import { AnswerStore } from './answer-store.js';
import { CachedAnswers } from './cached-answers.js';

const articleId = randomUUIDv7();
const at = '2026-01-09T00:00:00.000Z';

let database: TestDatabase;
let pool: Pool;
let redis: OwnRedis;
let link: RedisLink;
let cached: CachedAnswers;
let server: FastifyInstance;

const inDatabase = async (work: (client: PoolClient) => Promise<void>) => {
  const client = await pool.connect();
  await work(client).finally(() => client.release());
};
const publish = (title: string, more: object = {}) =>
  inDatabase((client) =>
    saveArticlePages(client, [
      {
        ...{ articleId, slug: 'one', title, description: '', body: '', bodyHtml: '', format: 'text', tagList: [] },
        ...{
          authorId: articleId,
          source: null,
          remark: null,
          remarkHtml: null,
          sectionId: null,
          commentsClosed: false,
          publishedAt: at,
          updatedAt: at,
          ...more,
        },
      },
    ]),
  );
/** Raises the version, as the projector does in the batch that changes what readers see. */
const raiseVersion = () =>
  inDatabase(async (client) => {
    await saveArticleActivity(client, [{ articleId, news: [] }]);
    await raiseSiteHeads(client, ['lists']);
  });

const titleOf = (text: string) => /"title":"(\w+)"/.exec(text)?.[1];
const title = async (url: string) => titleOf((await server.inject({ url })).body);

beforeAll(async () => {
  database = await createReadModels();
  pool = database.pool;
});
afterAll(() => database.drop());

describeWithRedis('answers that are alike for everybody', () => {
  beforeAll(async () => {
    redis = await ownRedis();
    await redis.process.start();
    link = new RedisLink(redis.url, 'test', { warn: () => undefined, info: () => undefined });
    const answered = new Counter({ name: 'answers', help: 'x', labelNames: ['from'], registers: [new Registry()] });
    cached = new CachedAnswers({ store: new AnswerStore(link), code: 'code', answered });
    const articles = new Articles({ pool, lookUps: pool, big: new BigAnswers() });
    const consistency = { meet: () => Promise.resolve() } as unknown as Consistency;
    const controller = new ArticlesController(articles, cached, consistency);
    server = fastify();
    server.get('/list', async (request, reply) => {
      await controller.list(request.query, undefined, request, reply);
      return reply;
    });
    server.get('/one', async (request, reply) => {
      await controller.read('one', undefined, request, reply);
      return reply;
    });
  });
  beforeEach(async () => {
    redis.process.kill('SIGCONT');
    await eventually(() => link.isUp, { what: 'Redis to answer' });
    await publish('Before');
    await raiseVersion();
  });
  afterEach(() => redis.process.kill('SIGCONT'));
  afterAll(async () => {
    await server.close();
    cached.onApplicationShutdown();
    await redis.remove();
  });

  /** Stores the present answer, then changes its row without raising the version. */
  const keep = async (url: string) => {
    await link.ask((client) => client.flushDb());
    await title(url);
    await eventually(async () => (await link.ask((client) => client.dbSize())) === 1, { what: 'it to be kept' });
    await publish('Changed');
  };

  test.each(['/list', '/one'])(
    'are stored under the version of their rows, and made again for another: %s',
    async (url) => {
      await keep(url);
      const { body, headers } = await server.inject({ url });
      expect(titleOf(body)).toBe('Before');
      await raiseVersion();
      expect(await title(url)).toBe('Changed');
      expect((await server.inject({ url, headers: { 'if-none-match': headers['etag'] } })).statusCode).toBe(200);
    },
  );

  test('that age has closed the comments is told at once, though nothing of its rows has changed', async () => {
    const closing = { afterDays: 1, archived: false };
    const closesAt = Date.now() + 700;
    await publish('Old', { closing, publishedAt: new Date(closesAt - 86_400_000).toISOString() });
    await raiseVersion();
    const { body, headers } = await server.inject({ url: '/one' });
    expect(body).toContain('"commentsClosed":false');
    const again = { url: '/one', headers: { 'if-none-match': headers['etag'] } };
    expect((await server.inject(again)).statusCode).toBe(304);
    await eventually(() => Promise.resolve(Date.now() > closesAt), { what: 'the comments to close' });
    const closed = await server.inject(again);
    expect([closed.statusCode, closed.body]).toEqual([200, expect.stringContaining('"commentsClosed":true')]);
  });

  test('of different requests are stored apart', async () => {
    await keep('/list?limit=1&offset=0');
    expect(await title('/list?limit=1&offset=1')).toBeUndefined();
    expect(await title('/list?limit=10&offset=1')).toBeUndefined();
    expect(await title('/list?limit=1&offset=0')).toBe('Before');
  });

  test('are made while Redis hangs, within its time limit; after the first request none waits for it', async () => {
    await keep('/one');
    redis.process.kill('SIGSTOP');
    const begunAt = performance.now();
    expect(await Promise.all([title('/one'), title('/one'), title('/list')])).toEqual(Array(3).fill('Changed'));
    expect(link.isUp).toBe(false);
    expect(performance.now() - begunAt).toBeLessThan(1_000);
    expect((await server.inject({ url: '/one' })).headers['etag']).toMatch(/^W\/"code\./);
  });

  test('are right after Redis lost its data', async () => {
    await keep('/one');
    await link.ask((client) => client.flushDb());
    expect(await title('/one')).toBe('Changed');
  });
});

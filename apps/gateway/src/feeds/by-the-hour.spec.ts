import { expect, jest, test } from '@jest/globals';
import { fastify } from 'fastify';
import { Counter, Registry } from 'prom-client';
import { CachedAnswers } from '../cache/cached-answers.js';
import { FeedAnswers } from './feed-answers.js';
import type { Feeds } from './feeds.js';
import type { Sitemaps } from './sitemaps.js';
import { SitemapsController } from './sitemaps.controller.js';

test('the news sitemap ages by the hour, though nothing is written; the rest does not', async () => {
  const answered = new Counter({ name: 'answers', help: 'x', labelNames: ['from'], registers: [new Registry()] });
  const cached = new CachedAnswers({ store: undefined, code: 'code', answered });
  const answers = new FeedAnswers({ cached, consistency: { meet: () => Promise.resolve() }, trusted: [] });
  const readVersion = () => Promise.resolve('0195fa2c-1b2d.1600000000500000');
  const part = (_: string, name: string) => Promise.resolve(name);
  const controller = new SitemapsController({ readVersion } as Feeds, { part } as Sitemaps, answers);
  const server = fastify();
  server.get<{ Params: { part: string } }>('/:part', (asked, reply) =>
    controller.part(asked.params.part, asked, reply).then(() => reply),
  );
  const told = async (headers: Record<string, Record<string, string>>) => {
    const asked = Object.entries(headers).map(([part, sent]) => server.inject({ url: `/${part}`, headers: sent }));
    return (await Promise.all(asked)).map(({ statusCode }) => statusCode);
  };
  const first = async (part: string) => (await server.inject({ url: `/${part}` })).headers;

  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-02T03:59:59Z'));
  const [news, pages] = [await first('news'), await first('pages')];
  expect(news['last-modified']).toBe('Fri, 02 Jan 2026 03:00:00 GMT');
  const byTag = { news: { 'if-none-match': news.etag ?? '' }, pages: { 'if-none-match': pages.etag ?? '' } };
  const byDate = {
    news: { 'if-modified-since': news['last-modified'] ?? '' },
    pages: { 'if-modified-since': pages['last-modified'] ?? '' },
  };
  expect([await told(byTag), await told(byDate)]).toEqual([
    [304, 304],
    [304, 304],
  ]);
  clock.mockReturnValue(Date.parse('2026-01-02T04:00:00Z'));
  expect([await told(byTag), await told(byDate)]).toEqual([
    [200, 304],
    [200, 304],
  ]);
  clock.mockRestore();
  await server.close();
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { Counter, Registry } from 'prom-client';
import { Problem } from '#http/problem.js';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { ArticlePage } from '#read-models/article-page/article-page.entity.js';
import { maxBytesInFeed } from '#read-models/article-page/read-feed-articles.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { saveFormerSlugs } from '#read-models/article-slug/save-former-slugs.js';
import { saveArticleTags } from '#read-models/article-tag/save-article-tags.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveSections } from '#read-models/section/save-sections.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { saveWithdrawnArticles } from '#read-models/withdrawn-article/save-withdrawn-articles.js';
import { eventually } from '#testing/eventually.js';
import { giveComments } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { FeedAnswers } from './feed-answers.js';
import { Feeds } from './feeds.js';
import { FeedsController } from './feeds.controller.js';
import { Sitemaps } from './sitemaps.js';
import { SitemapsController } from './sitemaps.controller.js';

const [ada, section, withdrawn] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const ids = Array.from({ length: 4 }, () => randomUUIDv7());
const now = Date.now();

let database: TestDatabase;
let server: FastifyInstance;

const page = (number: number, more: Partial<ArticlePage> = {}): ArticlePage => {
  const publishedAt = new Date(now - 3_600_000 * 40 * (3 - number)).toISOString();
  return {
    ...{ articleId: ids[number] ?? '', slug: `of-${number}`, title: `Title ${number}`, description: '', body: '' },
    ...{ bodyHtml: `<p>Body ${number}</p>`, format: 'text', tagList: [], authorId: ada, source: null, remark: null },
    ...{ remarkHtml: null, sectionId: null, commentsClosed: false, publishedAt, updatedAt: publishedAt, ...more },
  };
};

const comment = (commentId: number, articleId: string, more: { body: string; held?: boolean }) => ({
  ...{ commentId, articleId, parentId: null, personId: ada, website: null, kind: 'account' as const, name: 'Ada' },
  ...{ body: more.body, bodyHtml: `<p>${more.body}</p>`, format: 'text' as const, imported: false },
  ...{ postedAt: new Date(now - 60_000 + commentId).toISOString() },
  heldBecause: more.held ? ('author-premoderated' as const) : null,
});

/** Of four articles the newest has every part; the oldest is too long for a feed. Canaries: what no stranger reads. */
beforeAll(async () => {
  database = await createReadModels();
  const { pool } = database;
  const client = await pool.connect();
  const account = {
    ...{ kind: 'account' as const, email: 'canary@example.org', website: null, bio: null, image: null, roles: [] },
    ...{ sanctions: {}, hasSecondFactor: false, nick: null, linkedTo: null, erasureDueAt: null },
  };
  await saveCommenters(client, [{ ...account, personId: ada, name: 'Ada', foldedName: caseFoldedName('Ada') }]);
  const former = ['boats'];
  const filed = { name: 'Ships', description: 'Afloat', position: 0, isOpen: true, formerSlugs: former };
  await saveSections(client, [{ sectionId: section, slug: 'ships', ...filed }]);
  const source = {
    name: 'The <Courier>',
    url: 'https://courier.example/1',
    author: 'Grace',
    publishedOn: '2020-02-29',
  };
  const pages = [
    page(0, { bodyHtml: `<p>${'x'.repeat(maxBytesInFeed)}</p>`, description: 'Only this.' }),
    page(1),
    page(2),
    page(3, {
      ...{ source, sectionId: section, tagList: ['mills'], description: 'After *ten* years.', remark: 'Seen.' },
      ...{ remarkHtml: '<p>Seen.</p>', bodyHtml: '<p>See <a href="/rules">these</a>.</p>' },
    }),
  ];
  await saveArticlePages(client, pages);
  const tagged = pages.map(({ articleId, tagList, publishedAt }) => ({ articleId, tags: tagList, publishedAt }));
  await saveArticleTags(client, tagged);
  await saveFormerSlugs(client, [
    { articleId: ids[1] ?? '', slug: 'of-1', former: ['once'] },
    { articleId: withdrawn, slug: '', former: ['withdrawn'] },
  ]);
  await saveWithdrawnArticles(client, [
    { articleId: withdrawn, reason: 'Not so.', withdrawnAt: new Date().toISOString() },
  ]);
  await giveComments(client, [
    comment(1, ids[3] ?? '', { body: 'The first word' }),
    comment(2, ids[3] ?? '', { body: 'canary of a held comment', held: true }),
    comment(3, ids[3] ?? '', { body: 'The last word' }),
    comment(4, withdrawn, { body: 'canary of a withdrawn article' }),
  ]);
  await raiseSiteHeads(client, ['lists', 'threads', 'site']);
  client.release();

  const answered = new Counter({ name: 'answers', help: 'x', labelNames: ['from'], registers: [new Registry()] });
  const cached = new CachedAnswers({ store: undefined, code: 'code', answered });
  const answers = new FeedAnswers({ cached, consistency: { meet: () => Promise.resolve() }, trusted: [] });
  const feeds = new Feeds({ pool, lookUps: pool, names: 'as-posted' });
  const ofFeeds = new FeedsController(feeds, answers);
  const ofSitemaps = new SitemapsController(feeds, new Sitemaps(pool), answers);
  server = fastify();
  type Params = { Params: { slug: string; tag: string; id: string; part: string; format: string } };
  server.get<Params>('/feed.:format', (asked, reply) =>
    ofFeeds.site(asked.params.format, asked, reply).then(() => reply),
  );
  for (const [path, of] of [
    ['sections/:slug', 'section'],
    ['tags/:tag', 'tag'],
    ['people/:id', 'person'],
    ['articles/:slug', 'thread'],
  ] as const) {
    server.get<Params>(`/${path}/feed.:format`, (asked, reply) =>
      ofFeeds[of](asked.params, asked, reply).then(() => reply),
    );
  }
  server.get('/sitemap.xml', (asked, reply) => ofSitemaps.index(asked, reply).then(() => reply));
  server.get<Params>('/sitemaps/:part.xml', (asked, reply) =>
    ofSitemaps.part(asked.params.part, asked, reply).then(() => reply),
  );
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).headers(error.headers).send('') : reply.send(error),
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const ask = (url: string, headers = {}) => server.inject({ url, headers: { host: 'news.example', ...headers } });

interface Feed {
  title: string;
  items: { id: string; url: string; title: string; content_html?: string; summary?: string; tags?: string[] }[];
}
const read = async (path: string) => (await ask(`${path}/feed.json`)).json<Feed>();

test.each([
  ['', 'Broadside', ['of-3', 'of-2', 'of-1', 'of-0']],
  ['/sections/ships', 'Ships · Broadside', ['of-3']],
  ['/tags/mills', 'mills · Broadside', ['of-3']],
  [`/people/${ada}`, 'Ada · Broadside', ['of-3', 'of-2', 'of-1', 'of-0']],
])('the feed of “%s” has its articles, newest first', async (path, title, slugs) => {
  const feed = await read(path);
  expect(feed.title).toBe(title);
  expect(feed.items.map(({ url }) => url)).toEqual(slugs.map((slug) => `http://news.example/articles/${slug}`));
  for (const format of ['rss', 'atom']) {
    const { body, headers, statusCode } = await ask(`${path}/feed.${format}`);
    expect([statusCode, headers['content-type']]).toEqual([200, `application/${format}+xml; charset=utf-8`]);
    expect(body.match(/urn:uuid:[-\da-f]+(?=<)/g)?.filter((id) => ids.some((each) => id.endsWith(each)))).toHaveLength(
      slugs.length,
    );
    expect(body).toContain(`http://news.example${path}/feed.${format}`);
  }
});

test('an article comes with its source, with what the house says of it set apart, and with its thread', async () => {
  const [newest] = (await read('')).items;
  expect(newest).toMatchObject({
    ...{ id: `urn:uuid:${ids[3]}`, title: 'Title 3', summary: 'After *ten* years.', tags: ['Ships', 'mills'] },
    content_html: [
      '<p>See <a href="http://news.example/rules">these</a>.</p>',
      '<hr><p><b>Remark of the editors</b></p>\n<p>Seen.</p>',
      '<p>Source: <a href="https://courier.example/1" rel="nofollow ugc noopener">The &lt;Courier&gt;</a>, Grace, 2020-02-29</p>',
    ].join('\n'),
  });
  const atom = (await ask('/feed.atom')).body;
  expect(atom).toContain('<link href="http://news.example/articles/of-3/feed.atom" rel="replies"');
  expect(atom).toContain('<link href="https://courier.example/1" rel="via"');
  expect((await ask('/feed.rss')).body).toContain('<comments>http://news.example/articles/of-3#comments</comments>');
});

test('a feed has bounded bytes: of the articles behind there is the excerpt alone', async () => {
  const oldest = (await read('')).items.at(-1);
  expect(oldest).toMatchObject({ content_text: 'Only this.' });
  expect(oldest?.content_html).toBeUndefined();
});

test('a thread has a feed of the comments that readers see, newest first', async () => {
  const { title, items } = await read('/articles/of-3');
  expect(title).toBe('Comments: Title 3 · Broadside');
  expect(items.map(({ id, content_html, url }) => [id, content_html, url])).toEqual(
    [3, 1].map((id) => [
      `urn:uuid:${ids[3]}#comment-${id}`,
      `<p>The ${id === 3 ? 'last' : 'first'} word</p>`,
      `http://news.example/articles/of-3?comment=${id}#comment-${id}`,
    ]),
  );
});

test('nothing that strangers do not read is in any feed or sitemap', async () => {
  const of = ['', '/sections/ships', '/tags/mills', `/people/${ada}`, '/articles/of-3'];
  const feeds = of.flatMap((path) => ['rss', 'atom', 'json'].map((format) => `${path}/feed.${format}`));
  for (const path of [...feeds, '/sitemap.xml', ...['pages', 'news', '1'].map((part) => `/sitemaps/${part}.xml`)]) {
    const { statusCode, body } = await ask(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toMatch(new RegExp(`canary|withdrawn|${withdrawn}`));
  }
});

test('a feed that one has is not sent again: by its ETag, or by its date', async () => {
  const whole = async () => {
    const first = await ask('/feed.atom');
    return first.headers['last-modified'] === undefined ? undefined : first;
  };
  const { etag = '', 'last-modified': date = '' } = (await eventually(whole, { what: 'the second of the change' }))
    .headers;
  expect((await ask('/feed.atom', { 'if-none-match': etag })).statusCode).toBe(304);
  expect((await ask('/feed.atom', { 'if-modified-since': date })).statusCode).toBe(304);
  const client = await database.pool.connect();
  await raiseSiteHeads(client, ['site']).finally(() => client.release());
  expect((await ask('/feed.atom', { 'if-none-match': etag })).statusCode).toBe(200);
  expect((await ask('/feed.atom', { 'if-modified-since': date })).statusCode).toBe(200);
});

test.each([
  ['/sections/boats/feed.rss', 301, '/sections/ships/feed.rss'],
  ['/articles/once/feed.atom', 301, '/articles/of-1/feed.atom'],
  ['/articles/withdrawn/feed.atom', 410, undefined],
  ['/articles/never/feed.atom', 404, undefined],
  ['/sections/none/feed.json', 404, undefined],
  [`/people/${randomUUIDv7()}/feed.json`, 404, undefined],
  ['/people/ada/feed.json', 404, undefined],
  ['/feed.xml', 404, undefined],
  ['/sitemaps/2.xml', 404, undefined],
  ['/sitemaps/0.xml', 404, undefined],
])('%s is answered %i', async (path, status, location) => {
  const { statusCode, headers } = await ask(path);
  expect([statusCode, headers['location']]).toEqual([status, location]);
});

test('the sitemap names pages, every article and, for two days, news', async () => {
  const at = (path: string) => `<loc>http://news.example${path}</loc>`;
  const maps = (await ask('/sitemap.xml')).body;
  for (const part of ['pages', 'news', '1']) expect(maps).toContain(at(`/sitemaps/${part}.xml`));
  expect((await ask('/sitemaps/pages.xml')).body).toContain(`${at('/')}</url>\n<url>${at('/sections/ships')}`);
  const all = (await ask('/sitemaps/1.xml')).body;
  expect(all.match(/of-\d/g)).toEqual(['of-0', 'of-1', 'of-2', 'of-3']);
  const news = (await ask('/sitemaps/news.xml')).body;
  expect(news.match(/of-\d/g)).toEqual(['of-3', 'of-2']);
  expect(news).toContain('<news:name>Broadside</news:name><news:language>en</news:language>');
});

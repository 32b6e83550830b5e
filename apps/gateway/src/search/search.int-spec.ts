import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { fillSearchAnew, fillSearchDocuments } from '#read-models/search-document/fill-search-documents.js';
import { saveSections } from '#read-models/section/save-sections.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { giveComments } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import type { Pool } from 'pg';
import { parseBody } from '#http/validate.js';
import { withTooLongProblem } from '../read-database/with-too-long-problem.js';
import { Search } from './search.js';
import { WantedSearch } from './wanted-search.js';
import type { Found } from './search.answers.js';

const id = (number: number) => `0190a3c2-7a4e-7c1b-9f0a-${String(number).padStart(12, '0')}`;
const [grace, ada, section, other] = [id(1), id(2), id(3), id(4)];
const hour = (at: number) => new Date(Date.UTC(2026, 0, 2, at)).toISOString();

let database: TestDatabase;
let pool: Pool;
let search: Search;
beforeAll(async () => {
  database = await createReadModels();
  pool = createPool(database.url, {
    name: 'test',
    schema: 'read_v1',
    settings: `${indexPlans} -c statement_timeout=1000`,
  });
  const article = (number: number, title: string, sectionId: string | null) => ({
    ...{ articleId: id(number), slug: `slug-${number}`, title, description: '', body: '', format: 'text' as const },
    ...{
      bodyHtml: '<p>A heron &amp; a <b>&lt;script&gt;alert(1)&lt;/script&gt;</b> it is of a the and</p>',
      tagList: [],
      authorId: grace,
    },
    ...{ source: null, commentsClosed: false, publishedAt: hour(number), updatedAt: hour(number), sectionId },
    ...{ remark: null, remarkHtml: null },
  });
  const person = (personId: string, kind: 'guest' | 'account', name: string, linkedTo: string | null = null) =>
    ({
      ...{ personId, kind, name, foldedName: name.toLowerCase(), email: null, website: null, bio: null, image: null },
      ...{ roles: [], hasSecondFactor: false, sanctions: {}, nick: null, linkedTo, erasureDueAt: null },
    }) as CommenterRow;
  const comment = (commentId: number, articleId: string, personId: string, bodyHtml: string) => ({
    ...{ commentId, articleId, personId, parentId: null, kind: 'guest' as const, postedAt: hour(commentId) },
    ...{
      imported: false,
      heldBecause: null,
      name: 'Nick',
      website: null,
      body: 'so',
      bodyHtml,
      format: 'text' as const,
    },
  });
  await inTransaction(pool, async (client) => {
    await saveArticlePages(client, [article(5, 'Herons in the harbour', section), article(6, 'Nothing', other)]);
    await saveCommenters(client, [person(grace, 'account', 'Grace'), person(ada, 'guest', 'Ada', grace)]);
    await saveSections(client, [
      { sectionId: section, slug: 'birds', name: 'Birds', description: '', position: 1, isOpen: true, formerSlugs: [] },
    ]);
    await giveComments(client, [
      comment(7, id(5), ada, `<p>${'so '.repeat(200)}the heron</p>`),
      comment(8, id(6), ada, '<p>herons</p>'),
    ]);
    await fillSearchAnew(client);
  });
  while ((await fillSearchDocuments(pool)) > 0);
  search = new Search({ pool, lookUps: pool, names: 'as-posted' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function results(query: object): Promise<Found[]> {
  const { json } = await search.results(parseBody(WantedSearch, query));
  return (JSON.parse(json.toString()) as { results: Found[] }).results;
}
const ids = async (query: object) =>
  (await results({ q: 'heron', ...query })).map((each) => each.commentId ?? each.article.slug);

test('the title counts most, and what matches is marked in plain text', async () => {
  const found = await results({ q: 'herons' });
  expect(found[0]).toMatchObject({ kind: 'article', article: { slug: 'slug-5' }, author: { username: 'Grace' } });
  expect(found[0]?.excerpt).toEqual([
    { text: 'A ', isMatch: false },
    { text: 'heron', isMatch: true },
    { text: ' & a <script>alert(1)</script> it is of a the and', isMatch: false },
  ]);
  const comment = found.find(({ commentId }) => commentId === 7);
  expect(comment?.excerpt.map(({ text }) => text).join('')).toMatch(/^…so .* the heron$/);
});

test('a word of the title marks none of the body, though its last word is a stop word', async () => {
  const [found] = await results({ q: 'harbour' });
  expect(found?.excerpt.filter(({ isMatch }) => isMatch)).toEqual([]);
});

test('filters leave out what is not wanted', async () => {
  expect((await ids({})).sort()).toEqual([7, 8, 'slug-5', 'slug-6']);
  expect(await ids({ kind: 'comment', section: 'birds' })).toEqual([7]);
  expect((await ids({ section: 'birds' })).sort()).toEqual([7, 'slug-5']);
  expect(await ids({ section: 'fish' })).toEqual([]);
  expect((await ids({ from: '2026-01-02T06:00:00Z', to: '2026-01-02T08:00:00Z' })).sort()).toEqual([7, 'slug-6']);
  expect(await ids({ to: '2026-01-01' })).toEqual([]);
  expect((await ids({ to: '2026-01-02' })).length).toBe(4);
});

test('the name of an account finds its articles alone, so that nobody learns whose a nick is', async () => {
  expect((await ids({ author: 'GRACE' })).sort()).toEqual(['slug-5', 'slug-6']);
  expect(await ids({ author: 'Grace', kind: 'comment' })).toEqual([]);
  expect((await ids({ author: grace })).sort()).toEqual([7, 8, 'slug-5', 'slug-6']);
});

test('pages follow each other, and behind the last is nothing', async () => {
  const all = await ids({});
  expect([...(await ids({ limit: '3' })), ...(await ids({ limit: '3', offset: '3' }))]).toEqual(all);
  expect(await ids({ offset: '4' })).toEqual([]);
});

test.each(['the', '-heron', '"', "' | !", '-'])('%j names no word to look for', async (q) => {
  await expect(results({ q })).rejects.toMatchObject({ status: 422 });
});

test.each([
  { q: '' },
  {},
  { q: 'x'.repeat(201) },
  { q: 'heron', kind: 'draft' },
  { q: 'heron', from: 'yesterday' },
  { q: 'heron', limit: '51' },
  { q: ['heron', 'egret'] },
])('%j is refused', async (query) => {
  await expect(results(query)).rejects.toMatchObject({ status: 422 });
});

test('what takes too long is a 503 that says so', async () => {
  const slow = withTooLongProblem(createPool(database.url, { name: 'test', max: 1 }));
  await slow.query('SET statement_timeout = 50');
  await expect(slow.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ status: 503 });
  await slow.end();
});

test('titles are suggested by what is like them', async () => {
  const suggested = async (typed: string) =>
    (JSON.parse((await search.suggestions(typed)).json.toString()) as { suggestions: { slug: string }[] }).suggestions;
  expect(await suggested('harbor')).toEqual([{ slug: 'slug-5', title: 'Herons in the harbour' }]);
  expect(await suggested('zebra')).toEqual([]);
});

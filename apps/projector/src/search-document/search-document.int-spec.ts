import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { canonicalDump, savedTables } from '#read-models/canonical-dump.js';
import { fillSearchAnew, fillSearchDocuments } from '#read-models/search-document/fill-search-documents.js';
import { readListVersion } from '#read-models/shown/read-answer-version.js';
import { readSearchMatches } from '#read-models/search-document/read-search-matches.js';
import { readSearchQuery } from '#read-models/search-document/read-search-query.js';
import { searchWords } from '#read-models/search-document/search-words.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import type { Pool } from 'pg';
import { scrubRestored } from '../erased-person/scrub-restored.js';
import { readModels } from '../read-models.set.js';
import { ada, grace, History } from '../shown/shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const erasedPeople = new Set<string>();
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.flatMap((id) => (erasedPeople.has(id) ? [] : [[id, key]])))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const heldBecause = 'author-premoderated';

let database: TestDatabase;
let pool: Pool;
let history: History;
let offsets: Record<string, number>;
beforeAll(async () => {
  database = await createReadModels();
  pool = createPool(database.url, { name: 'test', schema: 'read_v1', settings: indexPlans });
});
beforeEach(async () => {
  history = new History(key);
  offsets = {};
  erasedPeople.clear();
  await resetProjection(pool, 'read_v1', savedTables);
});
afterAll(async () => {
  renderer.close();
  await pool.end();
  await database.drop();
});

async function give(...events: BroadsideEvent[]): Promise<void> {
  for (const [topic, some] of Map.groupBy(events, (event) => event.topic)) {
    const offset = offsets[topic] ?? 0;
    offsets[topic] = offset + some.length;
    const outcome = await applyBatch(pool, set, { topic, partition: 0, messages: asMessages(some, offset) });
    expect(outcome).toMatchObject({ deadLetters: 0, parked: 0 });
  }
}

/** Numbers of comments, the article is 0; in their order. */
async function found(typed: string, wanted: Parameters<typeof readSearchMatches>[2] = {}): Promise<number[]> {
  const query = await readSearchQuery(pool, searchWords(typed));
  const { matches, total } = await readSearchMatches(pool, { query: query?.query ?? '', limit: 50, offset: 0 }, wanted);
  expect(total).toBe(matches.length);
  return matches.map(({ commentId }) => commentId).sort((one, other) => one - other);
}
const documents = async () =>
  (await pool.query<{ row: string }>('SELECT words::text AS row FROM search_document')).rows;

const published = (data: object = {}) => history.article('ArticlePublished', { body: 'Of a heron', ...data });
const posted = (id: number, body: string, data: object = {}) => history.comment('CommentPosted', id, { body, ...data });
const approved = (id: number) => history.comment('CommentApproved', id);
const graces = { author: { personId: grace, kind: 'account', name: 'Grace' } };

test('what readers see is found by its words, whatever their endings', async () => {
  await give(
    published({ title: 'Bridges', remark: 'A cormorant' }),
    posted(1, 'The *bridge* stands on herons', graces),
  );
  expect(await found('bridge')).toEqual([0, 1]);
  expect(await found('BRIDGES herons')).toEqual([0, 1]);
  expect(await found('cormorant')).toEqual([0]);
  expect(await found('"stands on herons"')).toEqual([1]);
  expect(await found('bridge -stand')).toEqual([0]);
  expect(await found('heron', { kind: 'comment' })).toEqual([1]);
  expect(await found('heron', { personIds: [grace] })).toEqual([1]);
  expect(await found('heron', { before: '2000-01-01' })).toEqual([]);
});

test('a held comment is in no document until it is approved, be it in the same batch', async () => {
  await give(
    published(),
    posted(1, 'a kingfisher', { heldBecause }),
    posted(2, 'kingfishers', { heldBecause }),
    approved(2),
  );
  expect(await found('kingfisher')).toEqual([2]);
  expect(JSON.stringify(await documents()).match(/kingfish/g)).toHaveLength(1);
  await give(approved(1));
  expect(await found('kingfisher')).toEqual([1, 2]);
});

test('the former text of a revised article is not found', async () => {
  await give(published({ title: 'Ospreys' }), history.article('ArticleRevised', { title: 'Terns', body: 'Of terns' }));
  expect(await found('osprey or heron')).toEqual([]);
  expect(await found('tern')).toEqual([0]);
});

test('what was edited or deleted is found by what it says now, or not at all', async () => {
  const change = { authorId: ada, decidedOn: {}, by: 'author', format: 'text' };
  const edited = (id: number, body: string, wasShown: boolean, data: object = {}) =>
    history.comment('CommentEdited', id, { ...change, facts: { codePoints: 1, links: 0 }, body, wasShown, ...data });
  await give(published(), ...[1, 2, 3].map((id) => posted(id, 'a plover')), posted(4, 'plovers', { heldBecause }));
  await give(
    edited(1, 'a curlew', true),
    edited(2, 'a curlew', true, { heldBecause }),
    edited(4, 'a curlew', false, { heldBecause }),
    history.comment('CommentDeleted', 3, { ...change, wasShown: true }),
  );
  expect([await found('plover'), await found('curlew')]).toEqual([[], [1]]);
  expect(JSON.stringify(await documents()).match(/plover|curlew/g)).toHaveLength(1);
  await give(approved(2), approved(4));
  expect(await found('curlew')).toEqual([1, 2, 4]);
  await give(history.comment('CommentDeleted', 4, { ...change, wasShown: true }));
  expect(await found('curlew')).toEqual([1, 2]);
  const expected = await canonicalDump(pool);
  await inTransaction(pool, fillSearchAnew);
  while ((await fillSearchDocuments(pool)) > 0);
  expect(await canonicalDump(pool)).toEqual(expected);
});

test('nothing of a withdrawn article is in any document, nor what is posted below it later', async () => {
  await give(published(), posted(1, 'a heron'));
  await give(history.article('ArticleWithdrawn'));
  expect(await documents()).toEqual([]);
  await give(posted(2, 'a heron'));
  expect(await documents()).toEqual([]);
});

test('what somebody erased wrote is in no document, in whatever order it comes', async () => {
  await give(
    published({ title: 'Egrets' }),
    posted(1, 'an egret'),
    posted(2, 'egrets', { heldBecause }),
    posted(3, 'egret', graces),
  );
  await give(history.person(ada, 'PersonErased'));
  expect(await found('egret')).toEqual([0, 3]);
  erasedPeople.add(ada);
  await give(approved(2), posted(4, 'an egret'));
  expect(await found('egret')).toEqual([0, 3]);
  expect(await found('erased')).toEqual([]);
  await scrubRestored(pool, [grace]);
  expect(await found('egret')).toEqual([0]);
});

test('what was loaded before an erasure is not stored after it', async () => {
  await give(published({ title: 'Egrets' }), posted(1, 'an egret', { heldBecause }));
  await pool.query('INSERT INTO erased_person VALUES ($1)', [ada]);
  await give(approved(1));
  expect(await found('egret')).toEqual([0]);
});

test('what a projector of an older version has left is filled in, and what it has not deleted is deleted', async () => {
  await give(published(), posted(1, 'a heron'), posted(2, 'herons', { heldBecause }), posted(3, 'heron', graces));
  const expected = await canonicalDump(pool);
  await pool.query('UPDATE search_document SET comment_id = 2 WHERE comment_id = 1');
  await pool.query(`UPDATE search_document SET changed_at = '2001-01-01', words = 'former' WHERE comment_id = 0`);
  await inTransaction(pool, fillSearchAnew);
  while ((await fillSearchDocuments(pool)) > 0);
  expect(await canonicalDump(pool)).toEqual(expected);
});

test('long texts are filled in by portions that a statement has time for', async () => {
  const ids = [1, 2, 3, 4, 5, 6];
  await give(published(), ...ids.map((id) => posted(id, 'a heron')));
  await pool.query(`UPDATE comment_text SET body_html = repeat('<p>a heron</p>', 20000)`);
  await pool.query('DELETE FROM search_document');
  await inTransaction(pool, fillSearchAnew);
  const portions: number[] = [];
  do portions.push(await fillSearchDocuments(pool));
  while (portions.at(-1) !== 0);
  expect(portions).toEqual([1, 1, 3, 3, 1, 0]);
  expect(await found('heron')).toEqual([0, ...ids]);
});

test('documents are the same in whatever order the topics are read', async () => {
  const article = [published(), history.article('ArticleRevised', { body: 'Of a stork' })];
  const comments = [posted(1, 'one'), posted(2, 'two', { heldBecause }), approved(2)];
  await give(...article, ...comments);
  const expected = await canonicalDump(pool);
  await resetProjection(pool, 'read_v1', savedTables);
  offsets = {};
  for (const event of [...comments, ...article]) await give(event);
  expect(await canonicalDump(pool)).toEqual(expected);
});

test('of a common word the newest are found, and it is said that there are older ones', async () => {
  await give(published());
  const gulls = `SELECT n, timestamptz '2020-01-01' + n * interval '1 hour' AS at FROM generate_series(1, 3000) AS n`;
  await pool.query(
    `INSERT INTO search_document SELECT $1, n, at, NULL, to_tsvector('pg_catalog.english', 'gull')
       || array_to_tsvector(ARRAY['Kc', 'T64/' || floor(extract(epoch FROM at) / 86400 / 64)]) FROM (${gulls}) AS gull`,
    [articlePublished.articleId],
  );
  const now = Date.parse('2020-05-05T00:00:00Z');
  const { matches, total, hasOlder } = await readSearchMatches(pool, { query: `'gull'`, limit: 3, offset: 0 }, {}, now);
  expect({ newest: matches.map(({ commentId }) => commentId), total, hasOlder }).toEqual({
    ...{ newest: [3000, 2999, 2998], total: 2_000, hasOlder: true },
  });
});

test('a text of the length that the contract allows, as hostile as may be, is stored at once', async () => {
  const begun = performance.now();
  await give(published({ body: 'a_'.repeat(25_000), format: 'text' }), posted(1, 'a_'.repeat(5_000)));
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('what was searched while the search was being filled is not kept', async () => {
  await give(published());
  await inTransaction(pool, fillSearchAnew);
  const before = await readListVersion(pool);
  while ((await fillSearchDocuments(pool)) > 0);
  expect(await readListVersion(pool)).not.toBe(before);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { House, HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { resetProjection } from '#projection/reset-projection.js';
import { canonicalDump, savedTables } from '#read-models/canonical-dump.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { oneByOne } from '#testing/one-by-one.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { readModels } from '../read-models.set.js';
import { History } from '../shown/shown-at-hand.js';

const renderer = testRenderer();
const set = readModels(new InMemoryKeyring(), renderer);

let database: TestDatabase;
let history: History;
let give: ReturnType<typeof oneByOne>;
beforeAll(async () => void (database = await createReadModels()));
beforeEach(async () => {
  history = new History(Buffer.alloc(32, 7));
  await reset();
});
afterAll(async () => {
  renderer.close();
  await database.drop();
});

async function reset() {
  give = oneByOne(database.pool, set);
  await resetProjection(database.pool, 'read_v1', savedTables);
}

const entry = (kind: HouseEntry['kind'], term: string, text: string): HouseEntry => ({
  ...{ entryId: articlePublished.articleId, kind, term, inflections: [], text },
  ...{ sectionId: null, caseSensitive: false, wholeWords: true },
});
const house = (version: number, ...entries: HouseEntry[]): House => ({ version, entries });
const [bridge, dredger] = [
  entry('substitution', 'harbour bridge', 'plank'),
  entry('gloss', 'dredger', 'the *loud* one'),
];
const viewNow = async () => {
  const row = await readArticlePage(database.pool, articlePublished.slug);
  return row && [row.houseVersion, row.houseTitle, row.houseDescription, row.houseHtml];
};
const original = { title: 'Harbour bridge', description: 'The harbour bridge.', format: 'markdown' } as const;
const body = 'The **harbour bridge** waits for a dredger.\n\nA dredger.';

test('the house view is beside the source’s words, which stay', async () => {
  await give(history.article('ArticlePublished', { ...original, body, house: house(7, bridge, dredger) }));
  expect(await viewNow()).toEqual([
    ...[7, 'Plank', 'The plank.'],
    '<p>The <strong><span class="house" title="harbour bridge">plank</span></strong> waits for a dredger.' +
      '<span class="gloss" role="note"> …the *loud* one…</span></p>\n<p>A dredger.</p>\n',
  ]);
  expect(await readArticlePage(database.pool, articlePublished.slug)).toMatchObject({
    ...{ title: 'Harbour bridge', body },
    bodyHtml: '<p>The <strong>harbour bridge</strong> waits for a dredger.</p>\n<p>A dredger.</p>\n',
  });
  expect((await readArticleList(database.pool, { limit: 1 }))?.articles).toMatchObject([
    { title: 'Harbour bridge', houseTitle: 'Plank', houseDescription: 'The plank.', houseVersion: 7 },
  ]);
});

test('an article is shown by the version it is pinned to, whatever the thesaurus says meanwhile, and so after a rebuild', async () => {
  const events = [
    history.article('ArticlePublished', { ...original, format: 'text', body: 'A dredger.', house: house(7, dredger) }),
    history.say('EntryRetired', 'thesaurus', 'articles.events.v1', { entryId: dredger.entryId }),
    history.article('ArticleRevised', { ...original, body, house: house(7, bridge) }),
  ];
  await give(...events);
  const dump = await canonicalDump(database.pool);
  expect((await viewNow())?.slice(0, 2)).toEqual([7, 'Plank']);
  await reset();
  await give(...events);
  expect(await canonicalDump(database.pool)).toEqual(dump);

  await give(history.article('ArticleRepinned', { ...original, body, house: house(9, dredger) }));
  expect((await viewNow())?.slice(0, 3)).toEqual([9, 'Harbour bridge', 'The harbour bridge.']);
});

test('without anything of the house in it, an article has no house view', async () => {
  await give(
    history.article('ArticlePublished', {
      ...original,
      body: 'No.',
      title: 'No',
      description: 'No',
      house: house(7, bridge),
    }),
  );
  expect(await viewNow()).toEqual([null, null, null, null]);
  await give(history.article('ArticleRevised', { ...original, body, house: house(7, bridge) }));
  expect((await viewNow())?.[0]).toBe(7);
  await give(history.article('ArticleRevised', { ...original, body }));
  expect(await viewNow()).toEqual([null, null, null, null]);
});

test('a section’s entry counts in its section alone', async () => {
  const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071';
  const pinned = house(7, { ...bridge, sectionId });
  await give(history.article('ArticlePublished', { ...original, body, house: pinned }));
  expect((await viewNow())?.[0]).toBeNull();
  await give(history.article('ArticleRevised', { ...original, body, sectionId, house: pinned }));
  expect((await viewNow())?.[1]).toBe('Plank');
});

test('the entries of the thesaurus are as they were said last', async () => {
  const say = (type: 'GlossDefined' | 'EntryRetired', data: object) =>
    history.say(type, 'thesaurus', 'articles.events.v1', data);
  const { kind: _, ...defined } = dredger;
  await give(say('GlossDefined', defined), say('GlossDefined', { ...defined, text: 'x' }));
  const rows = async () =>
    (await database.pool.query<object>('SELECT text, version, retired FROM thesaurus_entry')).rows;
  expect(await rows()).toEqual([{ text: 'x', version: 2, retired: false }]);
  await give(say('EntryRetired', { entryId: dredger.entryId }));
  expect(await rows()).toEqual([{ text: 'x', version: 3, retired: true }]);
});

import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../articles.tables.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { importArticles } from './import-articles.js';

let kept: TestStore;
beforeAll(async () => {
  kept = await createTestStore();
  await createTables(kept.database.pool, ownTables);
});
afterAll(() => kept.database.drop());

const importer = randomUUIDv7();
const archived = (title: string, externalId: string, formerExternalId?: string) =>
  ArchivedArticle.parse({
    ...{ slug: title, title, publishedAt: '2019-04-02T05:30:00Z', commentsClosed: false, formerExternalId },
    provenance: { source: 'wordpress:a.example', externalId },
  });
const run = (...articles: ReturnType<typeof archived>[]) =>
  importArticles(
    { store: new SealingEventStore(kept.store, new InMemoryKeyring()), pseudonymKey: Buffer.alloc(32, 9) },
    ...([importer, articles, metadata()] as const),
  );

test('an article imported under an earlier version’s name is recognised if title and slug match', async () => {
  // Two undated posts with the same number: the second was taken for the first.
  const [one] = await run(archived('One', '5@'));
  const first = await run(archived('Two', '5@two', '5@'), archived('One', '5@one', '5@'));
  expect(first.map(({ added }) => added)).toEqual([true, false]);
  expect(first[1]).toEqual({ ...one, added: false });
  const again = await run(archived('One', '5@one', '5@'), archived('Two', '5@two', '5@'));
  expect(again).toEqual([first[1], { ...first[0], added: false }]);
});

test('an imported article keeps the source it is from', async () => {
  const source = { name: 'The Harbour Gazette', url: 'https://gazette.example/ferry' };
  const [whole, named, none] = await run(
    { ...archived('Sourced', '9@'), source },
    { ...archived('Named', '10@'), source: { name: source.name } },
    archived('Unsourced', '11@'),
  );
  const sourceOf = async (articleId = '') => {
    const { rows } = await kept.database.pool.query<{ source: unknown }>(
      `SELECT data->'source' AS source FROM events WHERE stream = $1`,
      [`article-${articleId}`],
    );
    return rows[0]?.source;
  };
  expect(await sourceOf(whole?.articleId)).toEqual(source);
  expect(await sourceOf(named?.articleId)).toEqual({ name: source.name });
  expect(await sourceOf(none?.articleId)).toBeNull();
});

test('the slug may have a number appended, and nothing else', async () => {
  await run(archived('Ferries', '8@'));
  const [second] = await run(archived('Ferries', '6@'));
  expect(second?.slug).toBe('ferries-2');
  const [same] = await run(archived('Ferries', '6@ferries', '6@'));
  expect(same).toEqual({ ...second, added: false });
  await run({ ...archived('Ferries', '7@'), slug: 'ferries-of-old' });
  const [other] = await run(archived('Ferries', '7@ferries', '7@'));
  expect(other).toMatchObject({ added: true });
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { articlePublished } from '#contracts/articles/article.examples.js';
import { toCloudEvent } from '#contracts/cloud-events.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { partitionOf } from '#contracts/topics.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { applyBatch } from '#projection/apply-batch.js';
import type { ProjectionSet } from '#projection/projection.js';
import { refoldBehind } from '#projection/refold-behind.js';
import type { Refolded, Refolding } from '#projection/refold.js';
import { resetProjection } from '#projection/reset-projection.js';
import { canonicalDump, savedTables } from '#read-models/canonical-dump.js';
import { deleteDraftsOf } from '#read-models/draft/delete-drafts-of.js';
import { lockErasures } from '#read-models/erased-person/lock-erasures.js';
import { saveErasedPeople } from '#read-models/erased-person/save-erased-people.js';
import { findStreamsBehind } from '#read-models/folded-stream/find-streams-behind.js';
import { eventually } from '#testing/eventually.js';
import { FoldedStreams1700000000029 } from '#read-models/migrations/0025-folded-streams.js';
import { testBrokers } from '#testing/kafka.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import type { BatchContext } from '../batch-context.js';
import { readModels } from '../read-models.set.js';
import { renderAnew } from '../rendering-anew/render-anew.js';
import { History } from '../shown/shown-at-hand.js';

const renderer = testRenderer();
const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const newer = readModels(keyring, renderer);
const { articleId } = articlePublished;
const partitionOfEvent = ({ stream }: BroadsideEvent) => partitionOf(stream === 'site' ? stream : articleId);

const ofComments = ['commentsCloseAfterDays', 'quietFrom', 'quietUntil'];
const unknownThen = ['sectionId', 'remark', 'house', 'publishing', ...ofComments];
/** Knows the types, and none of these fields. */
const older: ProjectionSet<BatchContext> = {
  ...newer,
  projections: newer.projections.filter(({ name }) => name !== 'folded-stream'),
  loadContext: (events, client) => newer.loadContext(events.map(withoutNewFields), client),
};
function withoutNewFields(event: BroadsideEvent): BroadsideEvent {
  const known = Object.entries(event.data).filter(([field]) => !unknownThen.includes(field));
  return { ...event, data: Object.fromEntries(known) } as unknown as BroadsideEvent;
}

let database: TestDatabase;
let publisher: Publisher;
let topic: string;
let history: History;
let offset = 0;
beforeAll(async () => {
  [database, publisher] = await Promise.all([createReadModels(), connectPublisher(testBrokers(), 'test')]);
});
beforeEach(async () => {
  [history, topic, offset] = [new History(key), `${randomUUID().slice(0, 8)}.articles`, 0];
  await Promise.all([createTopics(testBrokers(), [topic]), resetProjection(database.pool, 'read_v1', savedTables)]);
});
afterAll(async () => {
  await publisher.disconnect();
  renderer.close();
  await database.drop();
});

async function give(set: ProjectionSet<BatchContext>, ...events: BroadsideEvent[]): Promise<void> {
  const messages = events.map((event) => toCloudEvent({ ...event, partition: partitionOfEvent(event) }));
  await publisher.publish([{ topic, messages }]);
  for (const event of events) {
    const batch = { topic: event.topic, partition: 0, messages: asMessages([event], offset++) };
    expect(await applyBatch(database.pool, set, batch)).toMatchObject({ deadLetters: 0, parked: 0 });
  }
}

async function takeOver(more: Partial<Refolding> = {}): Promise<Refolded[]> {
  const told: Refolded[] = [];
  const behind = newer.behind && { ...newer.behind, topic };
  const refolding = { brokers: testBrokers(), signal: new AbortController().signal, ...more };
  const onPortion = (refolded: Refolded) => void told.push(refolded);
  await refoldBehind(database.pool, { ...newer, ...(behind && { behind }) }, { ...refolding, onPortion });
  return told;
}

const house = {
  version: 3,
  entries: [
    {
      ...{ entryId: randomUUID(), kind: 'substitution' as const, term: 'bridge', text: 'plank' },
      ...{ inflections: [], sectionId: null, caseSensitive: false, wholeWords: true },
    },
  ],
};
const filed = () => ({ sectionId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071', remark: 'And *how*.', house });
const said = () => [
  history.article('ArticlePublished', filed()),
  history.say('SiteDescribed', 'site', 'articles.events.v1', {
    name: 'The Herald',
    publishing: 'everyone',
    quietFrom: '23:00',
  }),
];

/** What the rows are if only this version folds the same events. */
async function foldedByNewer(events: BroadsideEvent[]): Promise<string[]> {
  offset = 0;
  await resetProjection(database.pool, 'read_v1', savedTables);
  await give(newer, ...events);
  return canonicalDump(database.pool);
}

test('what an older projector did not know of what was published meanwhile is there once this one takes over', async () => {
  const events = said();
  await give(older, ...events);
  expect((await canonicalDump(database.pool)).join('\n')).not.toContain('And *how*.');
  await takeOver();
  const dump = await canonicalDump(database.pool);
  expect(dump.join('\n')).toContain('And *how*.');
  expect(await findStreamsBehind(database.pool)).toEqual([]);
  expect(await takeOver()).toEqual([]);
  expect(dump).toEqual(await foldedByNewer(events));
});

test('nor is it lost where this one has folded the stream before or behind', async () => {
  const [published, described] = said();
  const revised = history.article('ArticleRevised', { ...filed(), remark: 'Again.' });
  const events = [published, described, revised, history.article('CommentsClosed')] as BroadsideEvent[];
  for (const [at, event] of events.entries()) await give(at === 2 ? older : newer, event);
  await takeOver();
  const dump = await canonicalDump(database.pool);
  expect(dump.join('\n')).toContain('Again.');
  expect(dump).toEqual(await foldedByNewer(events));
});

test('a house view that the version before made is made anew, with the entries that it did not keep', async () => {
  const title = 'Of a bridge';
  await give(newer, history.article('ArticlePublished', { ...filed(), title }));
  const expected = await canonicalDump(database.pool);
  expect(expected.join()).toContain('plank');
  await database.pool.query(`UPDATE article_page SET house_html = 'old', house_entries = NULL, renderer = 1`);
  await database.pool.query('DELETE FROM folded_stream');
  await new FoldedStreams1700000000029().up(database.pool);
  expect(await findStreamsBehind(database.pool)).toMatchObject([{ key: articleId }]);
  await renderAnew(database.pool, renderer, new AbortController().signal);
  expect(await takeOver()).toMatchObject([{ refolded: 1 }]);
  expect(await canonicalDump(database.pool)).toEqual(expected);
});

const draft = JSON.stringify({ title: 'One', description: '', body: 'Ada says', format: 'markdown', tagList: [] });

test('a draft of who is erased while it is folded anew does not come back', async () => {
  await give(older, history.article('ArticleDrafted', { draft }));
  const { authorId } = articlePublished;
  let erasing: Promise<unknown> | undefined;
  const eraseSlowly = () =>
    inTransaction(database.pool, async (client) => {
      await lockErasures(client, 'erasing');
      await saveErasedPeople(client, [{ personId: authorId }]);
      await deleteDraftsOf(client, [authorId]);
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      const waits = async () => (await database.pool.query(waiting)).rowCount !== 0;
      await eventually(waits, { what: 'the rows to wait for the erasure' });
    });
  const turn = async <Result>(work: () => Promise<Result>) => {
    const folded = await work();
    erasing ??= eraseSlowly();
    return folded;
  };
  expect(await takeOver({ turn })).toMatchObject([{ refolded: 1 }]);
  await erasing;
  expect((await database.pool.query('SELECT FROM draft')).rowCount).toBe(0);
});

test('folding anew and filling the search take their turns, in whatever order they come to the articles', async () => {
  let other = '';
  do other = randomUUID();
  while (partitionOf(other) !== partitionOf(articleId));
  const published = history.say('ArticlePublished', `article-${other}`, 'articles.events.v1', {
    ...{ ...articlePublished, ...filed(), articleId: other, slug: 'another' },
  });
  await give(older, history.article('ArticlePublished', filed()), published);
  const client = await database.pool.connect();
  const write = (id: string) =>
    client.query('UPDATE search_document SET changed_at = now() WHERE article_id = $1', [id]);
  try {
    // As a portion of the filling does.
    await client.query('BEGIN');
    await client.query('SELECT FROM article_head ORDER BY article_id FOR SHARE');
    await write(other);
    const taking = takeOver().catch((error: unknown) => String(error));
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const waits = async () => (await database.pool.query(waiting)).rowCount !== 0;
    await eventually(waits, { what: 'the refold to wait' });
    await write(articleId);
    await client.query('COMMIT');
    expect(await taking).toMatchObject([{ refolded: 2 }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

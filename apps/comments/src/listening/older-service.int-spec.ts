import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { articlePublished, commentsClosed, commentsReopened } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher } from '#kafka/publisher.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { applyBatch } from '#projection/apply-batch.js';
import { refoldBehind } from '#projection/refold-behind.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { recorded } from '#testing/recorded.js';
import { asMessages, publishEvents } from '#testing/tally/tally-events.js';
import type { TopicName } from '#contracts/topics.js';
import { createTables } from '#testing/create-tables.js';
import { listeningTables } from '../comments.tables.js';
import { listeningSet } from './listening.set.js';

const newer = listeningSet(new InMemoryKeyring());
const topic = `closing.${randomUUID().slice(0, 8)}` as TopicName;
const { actor, articleId } = articlePublished;
const about = { topic, stream: `article-${articleId}`, key: articleId };
const events: BroadsideEvent[] = [
  recorded({ ...about, type: 'ArticlePublished', data: () => articlePublished }),
  recorded({ ...about, version: 2, type: 'CommentsClosed', data: () => commentsClosed }),
  recorded({ ...about, version: 3, type: 'CommentsReopened', data: () => commentsReopened }),
  recorded({
    ...{ topic, stream: 'site', key: 'site', type: 'SiteDescribed' },
    data: () => ({ commentsCloseAfterDays: 7, actor }),
  }),
];

let [upgraded, knowing]: TestDatabase[] = [];

async function listeningDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await createTables(database.pool, listeningTables);
  return database;
}
const give = ({ pool }: TestDatabase, some: BroadsideEvent[], offset = 0) =>
  applyBatch(pool, newer, { topic, partition: 0, messages: asMessages(some, offset) });
const rowsOf = async ({ pool }: TestDatabase) => {
  const { rows } = await pool.query('SELECT * FROM listening.known_article, listening.known_site');
  return rows as unknown[];
};

beforeAll(async () => {
  [upgraded, knowing] = await Promise.all([listeningDatabase(), listeningDatabase()]);
  await createTopics(testBrokers(), [topic]);
  const publisher = await connectPublisher(testBrokers(), 'test');
  await publishEvents(publisher, topic, events);
  await publisher.disconnect();
});
afterAll(() => Promise.all([upgraded?.drop(), knowing?.drop()]));

test('what an older service kept too little of is folded anew from the topic, and its rows stand until then', async () => {
  if (!upgraded || !knowing) throw new Error('there is no database');
  await give(knowing, events);
  // As the version before wrote it, which ignored what the site says.
  await upgraded.pool.query('INSERT INTO listening.known_article (article_id, comments_closed) VALUES ($1, false)', [
    articleId,
  ]);
  await upgraded.pool.query(`INSERT INTO listening.stream_progress VALUES ($1, 3), ('site', 1)`, [about.stream]);
  const { behind } = newer;
  const { pool } = upgraded;
  const partition = 0;
  const find = async () => (await behind?.find(pool))?.map((found) => ({ ...found, partition })) ?? [];
  expect(await find()).toHaveLength(2);
  const { signal } = new AbortController();
  const set = { ...newer, ...(behind && { behind: { ...behind, topic, find } }) };
  expect(await refoldBehind(pool, set, { brokers: testBrokers(), signal })).toBe(false);
  expect(await rowsOf(upgraded)).toEqual(await rowsOf(knowing));
  expect(await rowsOf(upgraded)).toMatchObject([
    { comments_closed: false, closing: { afterDays: 'never', archived: false }, closes_after: 7 },
  ]);
  expect(await find()).toEqual([]);
});

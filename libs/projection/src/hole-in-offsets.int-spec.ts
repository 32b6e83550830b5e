import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Admin } from 'kafkajs';
import { toCloudEvent } from '#contracts/cloud-events.js';
import { connectKafka } from '#kafka/connect-kafka.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { readTopicToEnd } from '#kafka/read-topic-to-end.js';
import { eventually } from '#testing/eventually.js';
import { readTopic, testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector, type TallyProjector } from '#testing/tally/start-tally-projector.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables } from '#testing/tally/tally-set.js';
import { rebuild } from '../../../tools/projections/rebuild.js';
import { measureLag } from './measure-lag.js';

const kafka = connectKafka(testBrokers(), 'holes');
const admin: Admin = kafka.admin();
let database: TestDatabase;
let publisher: Publisher;
let schema: string;
let topic: string;
let projector: TallyProjector | undefined;
let sent = 0;

beforeAll(async () => {
  [database, publisher] = await Promise.all([createTestDatabase(), connectPublisher(testBrokers(), 'test')]);
  await admin.connect();
});

beforeEach(async () => {
  schema = `holes_${randomUUID().slice(0, 8)}`;
  topic = `tally.${schema}`;
  sent = 0;
  const topics = [{ topic, numPartitions: 1, replicationFactor: 1 }];
  await Promise.all([admin.createTopics({ topics, waitForLeaders: true }), createTallyTables(database.pool, schema)]);
});

async function stop(): Promise<void> {
  await projector?.close();
  projector = undefined;
}
afterEach(stop);

afterAll(async () => {
  await Promise.all([publisher.disconnect(), admin.disconnect()]);
  await database.drop();
});

const start = () => {
  projector = startTallyProjector({ databaseUrl: database.url, brokers: testBrokers(), topic, schema, name: 'holes' });
};
/** Events, each of a stream of its own. */
const messages = (count: number) =>
  Array.from({ length: count }, () => versionsOf(`stream-${(sent += 1)}`, 1, 1))
    .flat()
    .map((event) => ({ ...toCloudEvent(event), partition: 0 }));
const send = (count: number) => publisher.publish([{ topic, messages: messages(count) }]);

async function transact(count: number, end: 'commit' | 'abort'): Promise<void> {
  const options = { transactionalId: randomUUID(), idempotent: true, maxInFlightRequests: 1 };
  const producer = kafka.producer(options);
  await producer.connect();
  try {
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: messages(count) });
    await transaction[end]();
  } finally {
    await producer.disconnect();
  }
}

async function deleteBefore(offset: number): Promise<void> {
  // The client must know the topic first.
  await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: String(offset) }] });
}
const lag = () => measureLag(database.pool, schema, testBrokers());
const streams = async () => (await storedTallies(database.pool, schema)).byStream.map(({ stream }) => stream);
const named = (...numbers: number[]) => numbers.map((number) => `stream-${number}`);
const caughtUp = () =>
  eventually(async () => (await storesSome()) && (await lag()).messages === 0, {
    ...{ what: 'the lag to be 0', timeoutMs: 20_000, everyMs: 50 },
  });
const storesSome = async () => (await database.pool.query(`SELECT FROM ${schema}.checkpoint`)).rowCount === 1;
const rebuildIt = () => {
  const set = { ...{ name: 'read_v1', schema, database: 'read' }, topics: [topic], tables: ['by_stream', 'by_key'] };
  return rebuild({ set: set as never, pool: database.pool, brokers: testBrokers(), stallSeconds: 20, say: () => 0 });
};
const truncations = async () =>
  (await lag()).truncations.map(({ expected, beginsAt }) => [Number(expected), Number(beginsAt)]);

describe('a marker of a transaction stops no partition', () => {
  test.each(['before the consumer starts', 'while it reads'])(
    'in the middle and at the end, written %s',
    async (when) => {
      const isThere = when === 'while it reads';
      if (isThere) start();
      await send(2);
      if (isThere) await caughtUp();
      await transact(2, 'commit');
      await send(1);
      if (isThere) await caughtUp();
      await transact(2, 'abort');
      if (isThere) await caughtUp();
      await send(2);
      await transact(1, 'commit');
      await transact(1, 'abort');
      if (!isThere) start();
      await caughtUp();
      expect(await streams()).toEqual(named(1, 10, 2, 3, 4, 5, 8, 9));
      expect(await lag()).toEqual({ messages: 0, cutShort: [], truncations: [] });
      await send(1);
      await eventually(async () => (await streams()).length === 9, { what: 'the event behind the markers' });
      await rebuildIt();
      expect(await streams()).toHaveLength(9);
      expect(projector?.lines.length).toBeLessThan(10);
    },
    60_000,
  );

  test('a topic that ends in one is read to its end', async () => {
    await send(1);
    await transact(1, 'commit');
    await transact(1, 'abort');
    expect(await readTopic(testBrokers(), topic)).toHaveLength(2);
    const given: string[] = [];
    const reading = { brokers: testBrokers(), topic, from: new Map([[0, 2n]]), stallMs: 5_000 };
    await readTopicToEnd(reading, ({ offset }) => given.push(offset) > 0);
    expect(given).toEqual([]);
  });
});

describe('deleted records stop no partition', () => {
  test('before the checkpoint: nothing is missing, and a rebuild continues where the topic begins', async () => {
    start();
    await send(6);
    await caughtUp();
    await deleteBefore(4);
    await send(1);
    await eventually(async () => (await streams()).length === 7, { what: 'the next event' });
    expect(await lag()).toEqual({ messages: 0, cutShort: [], truncations: [] });
    await rebuildIt();
    expect(await streams()).toEqual(named(5, 6, 7));
    expect(await truncations()).toEqual([[0, 4]]);
    expect(projector?.lines.length).toBeLessThan(10);
  }, 60_000);

  test('after the checkpoint: projection continues where the topic begins, and reports the loss', async () => {
    start();
    await send(3);
    await caughtUp();
    await stop();
    await send(6);
    await deleteBefore(7);
    start();
    await caughtUp();
    expect(await streams()).toEqual(named(1, 2, 3, 8, 9));
    expect(await truncations()).toEqual([[3, 7]]);
    const said = `${topic}/0 begins late: expected 3, begins at 7`;
    await eventually(async () => (await projector?.health.readiness())?.checks['topics'] === `ok; ${said}`, {
      ...{ what: 'readiness to say it', timeoutMs: 15_000 },
    });
    expect(await projector?.health.readiness()).toMatchObject({ ready: true });
    expect(await projector?.metrics.registry.metrics()).toContain(
      `projection_begins_late_offsets{schema="${schema}",topic="${topic}",partition="0"} 4`,
    );
    expect(projector?.lines.length).toBeLessThan(10);
  }, 60_000);

  test('all of them: there is no lag, the loss is reported, and the next event is applied', async () => {
    start();
    await send(2);
    await caughtUp();
    await stop();
    await send(3);
    await deleteBefore(5);
    start();
    expect(await lag()).toMatchObject({ messages: 0, cutShort: [] });
    expect(await truncations()).toEqual([[2, 5]]);
    await rebuildIt();
    await send(1);
    await eventually(async () => (await streams()).length > 0, { what: 'the next event', timeoutMs: 20_000 });
    expect(await streams()).toEqual(named(6));
    expect(await truncations()).toEqual([[0, 5]]);
  }, 60_000);
});

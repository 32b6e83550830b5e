import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TopicName } from '#contracts/topics.js';
import type { Append } from '#event-store/event-store.js';
import type { Relay } from '#event-store/relay/relay.js';
import { republish } from '#event-store/relay/republish.js';
import { createTopics } from '#kafka/create-topics.js';
import type { OutgoingMessage } from '#kafka/outgoing-message.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { anEvent, append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import { readTopic, testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector, type TallyProjector } from '#testing/tally/start-tally-projector.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { createTallyTables } from '#testing/tally/tally-set.js';
import { measureProjection } from './measure-projection.js';

const schema = `lost_${randomUUID().slice(0, 8)}`;
const topic = `tally.${schema}`;
const [followed, alone, other] = [`followed-${schema}`, `alone-${schema}`, `other-${schema}`];

let store: TestStore;
let database: TestDatabase;
let relay: Relay;
let projector: TallyProjector;

const isLost = ({ headers }: OutgoingMessage) =>
  (headers['ce_subject'] === followed && headers['ce_sequence'] === '2') || headers['ce_subject'] === alone;

/** Loses certain messages once, though they are acknowledged. */
async function connectLossyPublisher(): Promise<Publisher> {
  const publisher = await connectPublisher(testBrokers(), 'lossy');
  const lost = new Set<string>();
  const arrives = (message: OutgoingMessage) => {
    const id = message.headers['ce_id'] ?? '';
    if (!isLost(message) || lost.has(id)) return true;
    lost.add(id);
    return false;
  };
  return {
    ...publisher,
    publish: (groups) =>
      publisher.publish(groups.map((group) => ({ ...group, messages: group.messages.filter(arrives) }))),
  };
}

const happen = (stream: string, versions: number) => {
  const events = Array.from({ length: versions }, anEvent);
  const appended: Append = { ...append(stream, 0, stream, events), topic: topic as TopicName };
  return store.store.transact((transaction) => transaction.append([appended], metadata()));
};
const versionsStored = async () => {
  const { byStream } = await storedTallies(database.pool, schema);
  return Object.fromEntries(byStream.map(({ stream, count }) => [stream, count]));
};
const measure = () => measureProjection(database.pool, schema);
const gauge = async (name: string) => {
  const text = await projector.metrics.registry.metrics();
  return Number(new RegExp(`^${name}{schema="${schema}"} (\\S+)$`, 'm').exec(text)?.[1]);
};

beforeAll(async () => {
  [store, database] = await Promise.all([createTestStore(), createTestDatabase()]);
  await createTopics(testBrokers(), [topic]);
  await createTallyTables(database.pool, schema);
  projector = startTallyProjector({
    ...{ databaseUrl: database.url, brokers: testBrokers(), topic, schema, name: 'lost-event' },
  });
  relay = store.relay({ connectPublisher: connectLossyPublisher });
  relay.start();
});

afterAll(async () => {
  await Promise.all([relay.stop(), projector.close()]);
  await Promise.all([store.database.drop(), database.drop()]);
});

describe('promise 8: a lost event is noticed', () => {
  test('in a stream with later events these are parked; in one without, the sequence check reports it; others continue', async () => {
    await happen(followed, 4);
    await happen(alone, 1);
    await happen(other, 5);
    await eventually(async () => (await versionsStored())[other] === 5, {
      what: 'the other stream',
      timeoutMs: 20_000,
    });
    await eventually(async () => (await measure()).missing === 2, { what: 'the watermarks', timeoutMs: 10_000 });
    expect(await measure()).toMatchObject({ missing: 2, parkedStreams: 1, haltedStreams: 0 });
    expect(await versionsStored()).toEqual({ [followed]: 1, [other]: 5 });
  });

  test('alerts fire', async () => {
    expect(await gauge('projection_missing_events')).toBe(2);
    expect(await gauge('projection_parked_streams')).toBe(1);
    expect(await gauge('projection_parked_oldest_seconds')).toBeGreaterThan(0);
  });

  test('`outbox republish` repairs both', async () => {
    expect(await republish(store.database.pool, { stream: followed, fromVersion: 2 })).toBe(3);
    await eventually(async () => (await versionsStored())[followed] === 4, { what: 'the parked stream' });
    const [lost] = (
      await store.database.pool.query<{ partition: number }>('SELECT partition FROM events WHERE stream = $1', [alone])
    ).rows;
    await republish(store.database.pool, { topic, partition: lost?.partition ?? -1 });
    await eventually(async () => (await versionsStored())[alone] === 1, { what: 'the stream of one event' });
    await eventually(async () => (await gauge('projection_missing_events')) === 0, { what: 'the alert to fall' });
    expect(await measure()).toMatchObject({ missing: 0, parkedStreams: 0 });
    expect(await storedTallies(database.pool, schema)).toEqual(foldOfLog(await readTopic(testBrokers(), topic)));
  });
});

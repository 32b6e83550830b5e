import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connectPublisher } from '#kafka/publisher.js';
import { append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { measureOutbox } from './measure-outbox.js';
import { readRelayed } from './read-relayed.js';
import type { Relay } from './relay.js';
import { republish } from './republish.js';

const topic = 'comments.events.v1';

let store: TestStore;
let relay: Relay;
/** The streams and versions that were published, in order. */
let published: string[];

beforeEach(async () => {
  store = await createTestStore();
  published = [];
  relay = store.relay({
    connectPublisher: async () => {
      const publisher = await connectPublisher(testBrokers(), 'test-relay');
      return {
        ...publisher,
        publish: (batch) => {
          const headers = batch.flatMap(({ messages }) => messages.map((message) => message.headers));
          published.push(...headers.map((each) => `${String(each['ce_subject'])}:${String(each['ce_sequence'])}`));
          return publisher.publish(batch);
        },
      };
    },
  });
});
afterEach(async () => {
  await relay.stop();
  await store.database.drop();
});

/** Events of as many streams, sent long ago. */
const storeOld = (count: number) =>
  store.database.pool.query(
    `INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                         correlation_id, data)
     SELECT 'comment-old-' || n, 1, gen_random_uuid(), 'CommentPosted', 1, $2, 'old', 0, now(), now(), 'test', '{}'
     FROM generate_series(1, $1::int) AS n`,
    [count, topic],
  );
const say = (stream: string, version = 0) =>
  store.store.transact((tx) => tx.append([append(stream, version)], metadata()));
const drained = () =>
  eventually(async () => (await store.outboxDepth()) === 0, { what: 'the outbox to be empty', timeoutMs: 20_000 });

describe('republishing many events', () => {
  test('puts them after live events, also after those that are appended later', async () => {
    await storeOld(20_000);
    expect(await republish(store.database.pool, { topic })).toBe(20_000);
    relay.start();
    const streams = Array.from({ length: 10 }, () => `comment-${randomUUID()}`);
    for (const stream of streams) {
      await say(stream);
      relay.wake();
      await eventually(() => published.includes(`${stream}:1`), { what: 'the live event to be sent' });
    }
    expect(published.length).toBeGreaterThan(streams.length);
    expect((await measureOutbox(store.database.pool)).republished).toBeGreaterThan(10_000);
  });

  test('sends all of them, in order, and each once however often it is requested', async () => {
    await storeOld(250);
    await republish(store.database.pool, { topic });
    expect(await republish(store.database.pool, { topic })).toBe(250);
    relay.start();
    await drained();
    expect(published).toEqual(Array.from({ length: 250 }, (_, index) => `comment-old-${index + 1}:1`));
  });

  test('leaves out an event that still waits as live: it could be sent before the event it follows', async () => {
    const stream = `comment-${randomUUID()}`;
    for (const version of [0, 1, 2]) await say(stream, version);
    expect(await republish(store.database.pool, { stream, fromVersion: 2 })).toBe(2);
    const waiting = await measureOutbox(store.database.pool);
    expect([waiting.depth, waiting.republished]).toEqual([3, 0]);
    relay.start();
    await drained();
    expect(published).toEqual([1, 2, 3].map((version) => `${stream}:${version}`));
  });
});

test('Promise 8: a republished event is not counted again', async () => {
  const stream = `comment-${randomUUID()}`;
  await say(stream);
  relay.start();
  await drained();
  const counted = await readRelayed(store.database.pool);
  await republish(store.database.pool, { stream });
  await drained();
  expect(published).toEqual([`${stream}:1`, `${stream}:1`]);
  expect(await readRelayed(store.database.pool)).toEqual(counted);
});

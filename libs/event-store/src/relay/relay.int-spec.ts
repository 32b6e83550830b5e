import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes, randomUUID } from 'node:crypto';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import { eventually } from '#testing/eventually.js';
import {
  anEvent,
  append,
  createTestStore,
  distinct,
  metadata,
  relayedVersions,
  upTo,
  type TestStore,
} from '#testing/event-store.js';
import { createTestDatabase } from '#testing/postgres.js';
import pg from 'pg';
import { appendToStream } from '../append-to-stream.js';
import { largestEvent } from '../event-store.js';
import { readRelayed } from './read-relayed.js';
import type { Relay } from './relay.js';

let store: TestStore;
let relays: Relay[] = [];

const startRelay = (more?: Parameters<TestStore['relay']>[0]): Relay => {
  const relay = store.relay(more);
  relays.push(relay);
  relay.start();
  return relay;
};

const drained = () =>
  eventually(async () => (await store.outboxDepth()) === 0, { what: 'the outbox to be empty', timeoutMs: 20_000 });

beforeAll(async () => {
  store = await createTestStore();
});

afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

afterAll(() => store.database.drop());

async function openTransaction(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: store.database.url });
  await client.connect();
  await client.query('BEGIN');
  return client;
}

describe('Promise 2: transactions that commit out of order skip nothing', () => {
  test('events that are appended first and committed last are relayed too', async () => {
    const [early, late] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
    const slow = await openTransaction();
    await appendToStream(slow, [append(early, 0)], metadata());
    startRelay();
    await store.store.transact((tx) => tx.append([append(late, 0)], metadata()));
    // The higher id has left the outbox before the lower one is committed.
    await drained();
    await slow.query('COMMIT');
    await slow.end();
    await eventually(async () => (await relayedVersions([early])).get(early)?.length === 1, {
      what: 'the transaction that committed last',
      timeoutMs: 15_000,
      everyMs: 200,
    });
  });
});

describe('Promise 3: events of one stream are in version order in Kafka', () => {
  test('however transactions interleave, and whichever took its ids first', async () => {
    const streams: string[] = [];
    startRelay({ batchSize: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 12 }), async (steps) => {
        const names = [0, 1, 2].map(() => `comment-${randomUUID()}`);
        streams.push(...names);
        const versions = [0, 0, 0];
        for (const [which, early] of steps) {
          const stream = names[which] ?? '';
          const client = await openTransaction();
          // Takes an outbox id before the event of the stream under test is appended.
          if (early) await appendToStream(client, [append(`comment-${randomUUID()}`, 0, stream)], metadata());
          await appendToStream(
            client,
            [append(stream, versions[which] ?? 0, stream, [anEvent(), anEvent()])],
            metadata(),
          );
          await client.query('COMMIT');
          await client.end();
          versions[which] = (versions[which] ?? 0) + 2;
        }
      }),
      { numRuns: 15 },
    );
    // Two writers race for one stream; each retry takes new ids.
    const raced = `comment-${randomUUID()}`;
    streams.push(raced);
    for (let version = 0; version < 10; version += 1) {
      const race = [1, 2].map(() =>
        store.store.transact((tx) => tx.append([append(raced, version)], metadata())).catch(() => undefined),
      );
      await Promise.all(race);
    }
    await drained();
    for (const [stream, versions] of await relayedVersions(streams)) {
      expect([stream, versions]).toEqual([stream, upTo(versions.length)]);
    }
    expect((await relayedVersions([raced])).get(raced)).toEqual(upTo(10));
  });
});

describe('Promise 4: an open transaction elsewhere in the cluster never stalls the relay', () => {
  test('events are relayed while another database holds a transaction open', async () => {
    const other = await createTestDatabase();
    const holder = await other.pool.connect();
    await holder.query('BEGIN');
    await holder.query('CREATE TABLE held (id int)');
    await holder.query('SELECT pg_current_xact_id()');
    startRelay();
    const stream = `comment-${randomUUID()}`;
    await store.store.transact((tx) => tx.append([append(stream, 0)], metadata()));
    await drained();
    expect((await relayedVersions([stream])).get(stream)).toEqual([1]);
    await holder.query('ROLLBACK');
    holder.release();
    await other.drop();
  });
});

describe('Promise 6: a crash between Kafka’s ack and the outbox delete only repeats', () => {
  test('the events are sent again, in order, and counted once', async () => {
    const stream = `comment-${randomUUID()}`;
    const before = await readRelayed(await clientOf());
    let crashed = false;
    const crashing = startRelay({
      afterAck: () => {
        if (crashed) return Promise.resolve();
        crashed = true;
        return Promise.reject(new Error('crashed between ack and delete'));
      },
    });
    await eventually(() => crashing.isLeading, { what: 'the relay to lead' });
    await store.store.transact((tx) => tx.append([append(stream, 0, stream, [anEvent(), anEvent()])], metadata()));
    await drained();
    const versions = (await relayedVersions([stream])).get(stream) ?? [];
    expect(versions).toEqual([1, 2, 1, 2]);
    expect(distinct(versions)).toEqual([1, 2]);
    const after = await readRelayed(await clientOf());
    const total = (counts: typeof after) => counts.reduce((sum, { count }) => sum + Number(count), 0);
    expect(total(after) - total(before)).toBe(2);
  });
});

describe('a backlog of large events', () => {
  test('is sent in portions that Kafka accepts, the largest event included', async () => {
    const key = `article-${randomUUID()}`;
    const sizes = [largestEvent - 2_000, ...Array.from({ length: 40 }, () => 100_000)];
    const streams = sizes.map(() => `comment-${randomUUID()}`);
    for (const [index, size] of sizes.entries()) {
      // Random text, which neither Postgres nor Kafka can compress.
      const body = randomBytes(size / 2).toString('hex');
      const event = { ...anEvent(), data: { ...commentPosted, body } };
      await store.store.transact((tx) => tx.append([append(streams[index] ?? '', 0, key, [event])], metadata()));
    }
    startRelay();
    await drained();
    for (const [stream, versions] of await relayedVersions(streams)) expect([stream, versions]).toEqual([stream, [1]]);
  });
});

async function clientOf(): Promise<pg.ClientBase> {
  const client = await store.database.pool.connect();
  client.release();
  return client;
}

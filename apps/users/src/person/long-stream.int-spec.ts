import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { personSuspended, userRegistered } from '#contracts/people/person.examples.js';
import { topics } from '#contracts/topics.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { seal } from '#keyring/seal.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { foldPage } from '../state/read-events-after.js';
import { profileOf } from './profile.js';
import { readPersonNow } from './read-person.js';

const [changes, longest, followings] = [512, 20_000, 150_000];
const keyring = new InMemoryKeyring();
let stored: TestStore;

beforeAll(async () => {
  stored = await createTestStore();
  await createTables(stored.database.pool, ownTables);
});
afterAll(() => stored.database.drop());

const event = (type: PersonEvent['type'], data: object) => ({
  ...{ id: randomUUIDv7(), type, occurredAt: '2026-01-02T03:04:05.000Z' },
  data: { ...data, actor: userRegistered.actor },
});

const append = (personId: string, expectedVersion: number, events: ReturnType<typeof event>[]) => {
  const to = { stream: `person-${personId}`, topic: topics.users.name, key: personId };
  return stored.store.transact((transaction) => transaction.append([{ ...to, expectedVersion, events }], metadata()));
};

/** An account of an older version of the service: its events, without rows. */
async function register(): Promise<{ personId: string; key: Buffer }> {
  const personId = randomUUIDv7();
  await keyring.createKeys([personId]);
  const key = (await keyring.keysOf([personId])).get(personId) ?? Buffer.alloc(0);
  const registered = event('UserRegistered', { personId, roles: ['reader'] });
  Object.assign(registered.data, { username: seal(key, registered.id, 'name', 'Ida') });
  await append(personId, 0, [registered]);
  return { personId, key };
}

/** Accounts that a person followed while followings were in their own stream; the first was unfollowed. */
async function followMany(personId: string, count: number, after: number): Promise<void> {
  await stored.database.pool.query(
    `INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                         correlation_id, data)
     SELECT 'person-' || $1::text, $3 + n, gen_random_uuid(), CASE WHEN n = $2 THEN 'PersonUnfollowed' ELSE 'PersonFollowed' END,
            1, $4, $1::text, 0, now(), now(), 'then',
            json_build_object('personId', $1::text, 'actor', json_build_object('kind', 'person', 'id', $1::text),
              'followedId', '00000000-0000-7000-8000-' || lpad((CASE WHEN n = $2 THEN 1 ELSE n END)::text, 12, '0'))
     FROM generate_series(1, $2::int) AS n`,
    [personId, count, after, topics.users.name],
  );
}

/** Counts the rows of the largest result of a pool's queries from now on. */
function largestResult(pool: Pool): () => number {
  let most = 0;
  const counted = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<QueryResult> | undefined;
    Object.assign(client, {
      // With a callback there is no promise; the reads of a stream have none.
      query: (...asked: unknown[]) =>
        query(...asked)?.then((result) => {
          most = Math.max(most, result.rows.length);
          return result;
        }),
    });
  });
  return () => most;
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const begun = performance.now();
  return { result: await work(), ms: performance.now() - begun };
}

test(`an account with ${changes} changes of a long image is read once, and known from then on`, async () => {
  const { personId, key } = await register();
  const images = Array.from({ length: changes }, (_, n) => {
    const changed = event('ProfileChanged', { personId });
    Object.assign(changed.data, { image: seal(key, changed.id, 'image', `${n} `.padEnd(longest, 'x')) });
    return changed;
  });
  for (let from = 0; from < changes; from += 64) await append(personId, 1 + from, images.slice(from, from + 64));
  const first = await timed(() => readPersonNow(stored.database.pool, personId));
  expect(first.result.version).toBe(1 + changes);
  expect(profileOf(first.result, key)?.image).toMatch(new RegExp(`^${changes - 1} `));
  const again = await timed(() => readPersonNow(stored.database.pool, personId));
  expect(again.result).toEqual(first.result);
  expect(again.ms).toBeLessThan(100);
}, 60_000);

test(`an account that followed ${followings} others is read once, a portion at a time, and known from then on`, async () => {
  const { personId, key } = await register();
  await followMany(personId, followings, 1);
  const suspended = event('PersonSuspended', { ...personSuspended, personId });
  await append(personId, 1 + followings, [suspended]);
  const largest = largestResult(stored.database.pool);
  const first = await timed(() => readPersonNow(stored.database.pool, personId));
  expect(largest()).toBe(foldPage.events);
  // Of whom somebody follows the state holds nothing: those are rows.
  expect(JSON.stringify(first.result.state).length).toBeLessThan(10_000);
  expect(first.ms).toBeLessThan(30_000);
  const { state, version } = first.result;
  expect([state.kind, state.sanctions.suspension?.reason, profileOf(first.result, key)?.username, version]).toEqual([
    ...['account', personSuspended.reason, 'Ida', 2 + followings],
  ]);
  const again = await timed(() => readPersonNow(stored.database.pool, personId));
  expect(again.ms).toBeLessThan(100);
  const { rows } = await stored.database.pool.query(`SELECT count(*)::int AS count FROM followings`);
  expect(rows).toEqual([{ count: followings - 2 }]);
  process.stdout.write(`${followings} followings: ${first.ms.toFixed(0)} ms once, then ${again.ms.toFixed(1)} ms\n`);
}, 60_000);

test('replicas that read an account for the first time at once agree, and an interrupted read continues', async () => {
  const { personId } = await register();
  await followMany(personId, 3 * foldPage.events, 1);
  const all = await Promise.all(Array.from({ length: 8 }, () => readPersonNow(stored.database.pool, personId)));
  expect(new Set(all.map(({ version }) => version))).toEqual(new Set([1 + 3 * foldPage.events]));
  await stored.database.pool.query(`UPDATE stream_states SET version = $2 WHERE stream = 'person-' || $1`, [
    personId,
    foldPage.events,
  ]);
  const { rows: before } = await stored.database.pool.query('SELECT * FROM followings ORDER BY 1, 2');
  expect((await readPersonNow(stored.database.pool, personId)).version).toBe(1 + 3 * foldPage.events);
  expect((await stored.database.pool.query('SELECT * FROM followings ORDER BY 1, 2')).rows).toEqual(before);
}, 60_000);

test('what an older version of the service writes meanwhile is seen', async () => {
  const { personId } = await register();
  expect((await readPersonNow(stored.database.pool, personId)).state.sanctions).toEqual({});
  await append(personId, 1, [event('PersonSuspended', { ...personSuspended, personId })]);
  const { state } = await readPersonNow(stored.database.pool, personId);
  expect(Object.keys(state.sanctions)).toEqual(['suspension']);
});

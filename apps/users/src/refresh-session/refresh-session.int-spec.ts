import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { userRegistered } from '#contracts/people/person.examples.js';
import { topics } from '#contracts/topics.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { newRefreshToken, refreshTokenHash } from '../session/refresh-token.js';
import { startSession } from '../session/start-session.js';
import { storeRefreshToken } from '../session/store-refresh-token.js';
import { AuthoritativePeople } from '../session/authoritative-people.js';
import { refreshSession, type RefreshingPlace } from './refresh-session.js';

const key = Buffer.alloc(32, 9);
const times = { sessionSeconds: 1_000, accessSeconds: 60, graceSeconds: 30 };
const start = new Date();
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

let stored: TestStore;
let place: RefreshingPlace;
let personId: string;
let sessionId: string;
let first: string;

beforeAll(async () => {
  stored = await createTestStore();
  await createTables(stored.database.pool, ownTables);
  place = { store: new SealingEventStore(stored.store, new InMemoryKeyring()), key, times };
});
afterAll(() => stored.database.drop());

beforeEach(async () => {
  [personId, sessionId, first] = [randomUUIDv7(), randomUUIDv7(), newRefreshToken()];
  const event = {
    ...{ id: randomUUID(), type: 'UserRegistered', occurredAt: start.toISOString() },
    data: { ...userRegistered, personId },
  };
  const append = { stream: `person-${personId}`, expectedVersion: 0, topic: topics.users.name, key: personId };
  await stored.store.transact((transaction) => transaction.append([{ ...append, events: [event] }], metadata()));
  await startSession(stored.database.pool, { id: sessionId, personId, startedAt: start, expiresAt: after(1_000) });
  await storeRefreshToken(stored.database.pool, refreshTokenHash(key, first), sessionId);
});

const refresh = async (token: string | undefined, seconds: number) =>
  (await refreshSession(place, token ?? '', after(seconds)))?.refreshToken;
const hasEnded = async () => {
  const people = new AuthoritativePeople(stored.database.pool);
  return (await people.find({ personId, sessionId, kind: 'account', roles: [] })).over === 'revoked';
};
const ends = async () =>
  (await stored.store.readStream(`person-${personId}`)).filter(({ type }) => type === 'SessionsEnded');

test('each token leads to the next, and each time the session is extended', async () => {
  let token: string | undefined = first;
  for (let turn = 1; turn <= 5; turn += 1) {
    const next: string | undefined = await refresh(token, turn * 900);
    expect(next).not.toBe(token);
    token = next;
  }
  expect(await refresh(token, 5 * 900 + 999)).toEqual(expect.any(String));
});

test('a session that is not refreshed in time expires, without an alarm', async () => {
  expect(await refresh(first, 1_000)).toBeUndefined();
  expect(await ends()).toEqual([]);
});

test('a lost answer is repeated, also to many requests at once', async () => {
  // Connections are opened before, so that all ten requests arrive at the same moment.
  const { pool } = stored.database;
  await Promise.all(Array.from({ length: 10 }, () => pool.query('SELECT pg_sleep(0.1)')));
  const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(first, 1)));
  expect(new Set(answers).size).toBe(1);
  expect(await refresh(first, 31)).toBe(answers[0]);
  expect(await refresh(answers[0], 40)).toEqual(expect.any(String));
  expect(await ends()).toEqual([]);
});

test('a token that is presented again too late ends its session, for thief and owner alike', async () => {
  const second = await refresh(first, 1);
  expect(await hasEnded()).toBe(false);
  expect(await refresh(first, 32)).toBeUndefined();
  expect(await hasEnded()).toBe(true);
  expect(await refresh(second, 33)).toBeUndefined();
  const [end, ...more] = await ends();
  expect(end?.data).toMatchObject({ personId, sessionIds: [sessionId], reason: 'refresh-token-reused' });
  expect(more).toEqual([]);
});

test('so does a token whose successor was used, even at once', async () => {
  const second = await refresh(first, 1);
  await refresh(second, 2);
  expect(await refresh(first, 3)).toBeUndefined();
  expect(await hasEnded()).toBe(true);
});

test('an unknown token is invalid, and ends nothing', async () => {
  expect(await refresh(newRefreshToken(), 1)).toBeUndefined();
  expect(await hasEnded()).toBe(false);
});

test('the database holds no token', async () => {
  const second = await refresh(first, 1);
  const { rows } = await stored.database.pool.query<{ row: string }>(
    'SELECT refresh_tokens::text AS row FROM refresh_tokens',
  );
  expect(rows.filter(({ row }) => row.includes(first) || row.includes(second ?? '?'))).toEqual([]);
});

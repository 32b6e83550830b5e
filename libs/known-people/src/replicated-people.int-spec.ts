import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTables } from '#testing/create-tables.js';
import { knownPeopleTables } from './known-people.tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { ReplicatedPeople } from './replicated-people.js';
import type { Sealed } from '#contracts/sealed.js';
import type { KnownPerson } from './known-person.js';
import { saveKnownPeople } from './save-known-people.js';

let database: TestDatabase;
let people: ReplicatedPeople;

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, knownPeopleTables('listening'));
  people = new ReplicatedPeople(database.pool);
});
afterAll(() => database.drop());

const ban = { ban: { reason: 'spam', until: null } } as const;

/** What is known of a person, by one of their sessions, after these events. */
async function find(received?: Partial<KnownPerson>, sessionHasEnded = false) {
  const [personId, sessionId] = [randomUUID(), randomUUID()];
  const person: KnownPerson = {
    ...{
      personId,
      kind: 'guest',
      original: { eventId: randomUUID(), value: 's1.AAAA' as Sealed },
      nick: null,
      website: null,
    },
    ...{ roles: [], hasSecondFactor: false, sanctions: {}, linkedTo: null, ...received },
  };
  const client = await database.pool.connect();
  if (received) await saveKnownPeople(client, [person]);
  client.release();
  if (sessionHasEnded) await database.pool.query('INSERT INTO listening.ended_session VALUES ($1)', [sessionId]);
  return people.find({ personId, sessionId, kind: 'guest', roles: [] });
}

test('a token is invalid once its session has ended, or its holder is erased or has become an account', async () => {
  expect(await find({}, true)).toEqual({ over: 'revoked' });
  expect(await find(undefined, true)).toEqual({ over: 'revoked' });
  expect(await find({ kind: 'erased' })).toEqual({ over: 'erased' });
  expect(await find({ linkedTo: randomUUID() })).toEqual({ over: 'linked' });
});

test('a person’s rights are those of the last event; nothing is known of a newcomer', async () => {
  const received: Partial<KnownPerson> = { kind: 'account', roles: ['editor'], sanctions: ban };
  expect(await find(received)).toEqual({ roles: ['editor'], hasSecondFactor: false, sanctions: ban });
  expect(await find({ ...received, hasSecondFactor: true })).toMatchObject({ hasSecondFactor: true });
  expect(await find()).toEqual({ hasSecondFactor: false });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import pino from 'pino';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { reserve } from '../person/reserve.js';
import { storeReset } from '../password-reset/store-reset.js';
import { storeCredentials } from '../person/store-credentials.js';
import { holdNames } from '../link-guest/hold-names.js';
import { lockAccount } from '../link-guest/lock-account.js';
import { storeLink } from '../link-guest/store-link.js';
import { planErasure } from '../request-erasure/plan-erasure.js';
import { replaceRecoveryCodes } from '../second-factor/replace-recovery-codes.js';
import { storePending } from '../second-factor/store-pending.js';
import { startSession } from '../session/start-session.js';
import { DueErasures } from './due-erasures.js';
import { findDueErasures } from './find-due-erasures.js';
import { erasePerson, type ErasingPlace } from './erase-person.js';

let kept: TestStore;
let place: ErasingPlace;
const keyring = new InMemoryKeyring();

beforeAll(async () => {
  kept = await createTestStore();
  await createTables(kept.database.pool, ownTables);
  place = { store: new SealingEventStore(kept.store, keyring), pool: kept.database.pool, keyring };
});
afterAll(() => kept.database.drop());

/** A person with everything that is stored of a person, to be erased after so many milliseconds. */
async function somebody(dueInMs: number): Promise<string> {
  const personId = randomUUIDv7();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await place.store.transact(async ({ client, append, makeKeys, claimCommand, storeAnswer }) => {
    await makeKeys([personId]);
    const data = { personId, name: 'Ida', actor: { kind: 'person', id: personId } };
    const event = { id: randomUUIDv7(), type: 'GuestIntroduced', occurredAt: now.toISOString(), data };
    const stream = `person-${personId}`;
    await append(
      [{ stream, expectedVersion: 0, topic: topics.users.name, key: personId, events: [event] }],
      metadata(),
    );
    await reserve(client, 'username', `name of ${personId}`, personId);
    await reserve(client, 'email', `address of ${personId}`, personId);
    await reserve(client, 'import:archive', `archived ${personId}`, personId);
    await storeCredentials(client, personId, 'hash');
    await storeReset(client, { emailHash: `address of ${personId}`, id: randomUUID(), byMail: true });
    await storePending(client, personId, 'sealed');
    await replaceRecoveryCodes(client, personId, ['hash']);
    await claimCommand({ key: `of ${personId}`, fingerprint: 'f' });
    await storeAnswer({ key: `of ${personId}`, fingerprint: 'f' }, { personId, version: 1 });
    await planErasure(client, personId, new Date(now.getTime() + dueInMs).toISOString());
  });
  await startSession(place.pool, { id: randomUUIDv7(), personId, startedAt: now, expiresAt });
  return personId;
}

const link = (guestId: string, accountId: string) =>
  place.store.transact(async ({ client }) => {
    const heldNames = await holdNames(client, accountId, [`held of ${guestId}`]);
    await storeLink(client, { guestId, accountId, heldNames });
  });

const someoneWaits = async () => {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return (await place.pool.query(waiting)).rowCount === 1;
};

const typesOf = async (personId: string) =>
  (await place.store.readStream(`person-${personId}`)).map(({ type }) => type);

/** Every table of this service with a row that names the person, in whatever column. */
async function tablesThatName(personId: string): Promise<string[]> {
  const { rows: tables } = await place.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const named = tables.map(async ({ name }) => {
    const { rows } = await place.pool.query<{ row: string }>(
      `SELECT to_jsonb(one)::text AS row FROM ${name} AS one WHERE to_jsonb(one)::text LIKE $1`,
      [`%${personId}%`],
    );
    return rows.map(({ row }) => (name === 'reservations' ? `${name} ${/import:\w+/.exec(row)?.[0]}` : name));
  });
  return [...new Set((await Promise.all(named)).flat())];
}

describe('erasing people who are due', () => {
  test('leaves the events, the reservations of an import, and the record of the erasure', async () => {
    const personId = await somebody(0);
    expect(await tablesThatName(personId)).toEqual(
      expect.arrayContaining([
        ...['credentials', 'sessions', 'commands', 'password_resets', 'second_factors', 'recovery_codes'],
      ]),
    );
    await erasePerson(place, personId);
    expect(await typesOf(personId)).toEqual(['GuestIntroduced', 'PersonErased']);
    expect((await keyring.keysOf([personId])).get(personId)).toBeUndefined();
    expect(await tablesThatName(personId)).toEqual(leftOfThem);
  });

  test('nobody is erased before the time, or after cancelling', async () => {
    const personId = await somebody(3_600_000);
    await erasePerson(place, personId);
    await erasePerson(place, randomUUIDv7());
    expect(await typesOf(personId)).toEqual(['GuestIntroduced']);
    expect((await keyring.keysOf([personId])).get(personId)).toBeDefined();
  });

  test('replicas at once erase each person once', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => somebody(0)));
    const replicas = [1, 2, 3].map(() => new DueErasures(place, pino({ level: 'silent' })));
    for (const replica of replicas) replica.start();
    for (const personId of many) {
      await eventually(async () => (await typesOf(personId)).includes('PersonErased'), { what: 'the erasure' });
      expect(await typesOf(personId)).toEqual(['GuestIntroduced', 'PersonErased']);
    }
    await Promise.all(replicas.map((replica) => replica.stop()));
  });

  test('an account’s linked guests are erased with it, and nobody else', async () => {
    const [account, guest, other] = [await somebody(0), await somebody(3_600_000), await somebody(3_600_000)];
    await link(guest, account);
    await erasePerson(place, account);
    for (const each of [account, guest]) {
      expect(await typesOf(each)).toEqual(['GuestIntroduced', 'PersonErased']);
      expect((await keyring.keysOf([each])).get(each)).toBeUndefined();
      expect(await tablesThatName(each)).toEqual(leftOfThem);
    }
    expect(await typesOf(other)).toEqual(['GuestIntroduced']);
  });

  test('a guest who is erased alone is unlinked, and their name is no longer held', async () => {
    const [account, guest] = [await somebody(3_600_000), await somebody(0)];
    await link(guest, account);
    await erasePerson(place, guest);
    expect(await typesOf(account)).toEqual(['GuestIntroduced']);
    const { rows } = await place.pool.query(
      `SELECT FROM reservations WHERE hash = $1 UNION ALL SELECT FROM links WHERE guest_id = $2`,
      [`held of ${guest}`, guest],
    );
    expect(rows).toEqual([]);
  });

  test('erasing an account waits for a running link, and erases that guest too', async () => {
    const [account, guest] = [await somebody(0), await somebody(3_600_000)];
    let erasing: Promise<void> | undefined;
    await place.store.transact(async ({ client }) => {
      await lockAccount(client, account);
      await storeLink(client, { guestId: guest, accountId: account, heldNames: [] });
      erasing = erasePerson(place, account);
      await eventually(someoneWaits, { what: 'the erasure to wait' });
    });
    await erasing;
    expect(await typesOf(guest)).toEqual(['GuestIntroduced', 'PersonErased']);
    expect(await place.store.transact(({ client }) => lockAccount(client, account))).toBe(false);
  });

  test('an erasure that was interrupted continues, for each of them', async () => {
    const [account, guest] = [await somebody(0), await somebody(3_600_000)];
    await link(guest, account);
    const dying = { ...place, keyring: Object.assign(Object.create(keyring) as typeof keyring, { destroyKey: die }) };
    await expect(erasePerson(dying, account)).rejects.toThrow('killed');
    expect(await findDueErasures(place.pool)).toEqual(expect.arrayContaining([account, guest]));
    for (const each of [account, guest]) {
      await erasePerson(place, each);
      expect(await typesOf(each)).toEqual(['GuestIntroduced', 'PersonErased']);
      expect((await keyring.keysOf([each])).get(each)).toBeUndefined();
    }
  });

  test('an erasure that was interrupted between the event and the key continues', async () => {
    const personId = await somebody(0);
    const dying = { ...place, keyring: Object.assign(Object.create(keyring) as typeof keyring, { destroyKey: die }) };
    await expect(erasePerson(dying, personId)).rejects.toThrow('killed');
    expect((await keyring.keysOf([personId])).get(personId)).toBeDefined();
    await erasePerson(place, personId);
    expect(await typesOf(personId)).toEqual(['GuestIntroduced', 'PersonErased']);
    expect((await keyring.keysOf([personId])).get(personId)).toBeUndefined();
  });
});

/** Whether the state of their stream says that they are erased. */
const leftOfThem = ['erasures', 'events', 'reservations import:archive', 'stream_states'];

const die = () => Promise.reject(new Error('killed'));

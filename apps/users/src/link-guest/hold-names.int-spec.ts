import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { createTables } from '#testing/create-tables.js';
import { usersDatabase } from '../users.tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { PoolClient } from 'pg';
import { release } from '../person/release.js';
import { reserve } from '../person/reserve.js';
import { dropLink } from '../unlink-guest/drop-link.js';
import { holdNames } from './hold-names.js';
import { storeLink } from './store-link.js';

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase();
  client = await database.pool.connect();
  await createTables(database.pool, ...usersDatabase.groups);
});
afterAll(async () => {
  client.release();
  await database.drop();
});

/** Links a new guest of these names. @returns their id. */
async function link(accountId: string, ...names: string[]): Promise<string> {
  const guestId = randomUUIDv7();
  await storeLink(client, { guestId, accountId, heldNames: await holdNames(client, accountId, names) });
  return guestId;
}
const isFree = async (hash: string) => {
  await client.query('BEGIN');
  const taken = await reserve(client, 'username', hash, randomUUIDv7());
  await client.query('ROLLBACK');
  return taken;
};

test('the names of a guest are held for the account, and released after unlinking', async () => {
  const account = randomUUIDv7();
  const guest = await link(account, 'original', 'nick', 'nick');
  expect([await isFree('original'), await isFree('nick')]).toEqual([false, false]);
  await dropLink(client, guest);
  expect([await isFree('original'), await isFree('nick')]).toEqual([true, true]);
});

test('names that another has, or released lately, stay theirs', async () => {
  const [account, other] = [randomUUIDv7(), randomUUIDv7()];
  await reserve(client, 'username', 'taken', other);
  await reserve(client, 'username', 'left', other);
  await release(client, 'username', 'left', other);
  await dropLink(client, await link(account, 'taken', 'left'));
  const { rows } = await client.query(`SELECT hash FROM reservations WHERE person_id = $1 ORDER BY hash`, [other]);
  expect(rows).toEqual([{ hash: 'left' }, { hash: 'taken' }]);
});

test('the account’s own name is never released', async () => {
  const account = randomUUIDv7();
  await reserve(client, 'username', 'own', account);
  const guest = await link(account, 'own', 'taken up');
  await reserve(client, 'username', 'taken up', account);
  await dropLink(client, guest);
  expect([await isFree('own'), await isFree('taken up')]).toEqual([false, false]);
});

test('a name that two guests of one account have is held until both are unlinked', async () => {
  const account = randomUUIDv7();
  const [one, other] = [await link(account, 'double'), await link(account, 'double')];
  await dropLink(client, one);
  expect(await isFree('double')).toBe(false);
  await dropLink(client, other);
  expect(await isFree('double')).toBe(true);
});

import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTables } from '#testing/create-tables.js';
import { keyringDatabase } from './keyring.tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { keyringSuite } from './keyring.suite.js';
import { PostgresKeyring } from './postgres-keyring.js';

const installation = { active: 'one', keys: { one: randomBytes(32).toString('base64') } };
let database: TestDatabase | undefined;
const open = () => {
  if (!database) throw new Error('the database is not there yet');
  return new PostgresKeyring(database.pool, installation);
};

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, ...keyringDatabase.groups);
});
afterAll(() => database?.drop());

keyringSuite('the keyring in Postgres', open);

test('a wrapped key opens for nobody else, though it is put in their row', async () => {
  const [one, other] = [randomUUIDv7(), randomUUIDv7()];
  await open().createKeys([one, other]);
  const swap =
    'UPDATE person_keys SET wrapped = (SELECT wrapped FROM person_keys WHERE person_id = $1) WHERE person_id = $2';
  await database?.pool.query(swap, [one, other]);
  await expect(open().keysOf([one])).resolves.toBeDefined();
  await expect(open().keysOf([other])).rejects.toThrow();
});

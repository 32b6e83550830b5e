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

test('a wrapped key does not open in another person’s row', async () => {
  const [one, other] = [randomUUIDv7(), randomUUIDv7()];
  await open().createKeys([one, other]);
  const swap =
    'UPDATE person_keys SET wrapped = (SELECT wrapped FROM person_keys WHERE person_id = $1) WHERE person_id = $2';
  await database?.pool.query(swap, [one, other]);
  await expect(open().keysOf([one])).resolves.toBeDefined();
  await expect(open().keysOf([other])).rejects.toThrow();
});

test('the key of a month is destroyed for ever and at once in this process; people keep theirs', async () => {
  const keyring = open();
  const id = randomUUIDv7();
  await keyring.createKeys([id, '2018-05', '2018-06']);
  expect((await keyring.keysOf(['2018-05'])).get('2018-05')).toHaveLength(32);
  expect(await keyring.months()).toEqual(expect.arrayContaining(['2018-05', '2018-06']));
  await keyring.destroyMonths(['2018-05']);
  await keyring.createKeys(['2018-05']);
  const keys = await keyring.keysOf([id, '2018-05', '2018-06']);
  expect([...keys.values()].map((key) => key?.length)).toEqual([32, undefined, 32]);
  expect(await keyring.months()).not.toContain('2018-05');
  expect(await keyring.destroyed()).not.toContain('2018-05');
});

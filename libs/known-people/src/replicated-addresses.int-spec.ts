import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTables } from '#testing/create-tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { ReplicatedAddresses } from './replicated-addresses.js';
import { knownPeopleTables } from './known-people.tables.js';
import { saveKnownAddressRanges } from './save-known-address-ranges.js';

let database: TestDatabase;
const ranges = ['203.0.113.0/24', '203.0.113.64/26', '198.51.100.7/32', '2001:db8::/32'];

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, knownPeopleTables('listening'));
  const client = await database.pool.connect();
  const said = (network: string) => ({ ban: { reason: 'spam' as const, until: `of ${network}` } });
  await saveKnownAddressRanges(
    client,
    ranges.map((network) => ({ rangeId: randomUUID(), network, sanctions: said(network) })),
  );
  client.release();
});
afterAll(() => database.drop());

test.each([
  ['203.0.113.1', ['203.0.113.0/24']],
  ['203.0.113.65', ['203.0.113.64/26', '203.0.113.0/24']],
  ['::ffff:203.0.113.1', ['203.0.113.0/24']],
  ['::ffff:cb00:7101', ['203.0.113.0/24']],
  ['198.51.100.7', ['198.51.100.7/32']],
  ['198.51.100.8', []],
  ['2001:DB8:1::1', ['2001:db8::/32']],
  ['2001:db9::1', []],
  ['::1', []],
  ['unknown', []],
  ["1.2.3.4'; --", []],
  ['', []],
  [undefined, []],
])('the address %s is in %j', async (address, expected) => {
  const found = await new ReplicatedAddresses(database.pool).find(address);
  expect(found.map(({ ban }) => ban?.until)).toEqual(expected.map((network) => `of ${network}`));
});

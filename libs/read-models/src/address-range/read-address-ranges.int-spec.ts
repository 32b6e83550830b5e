import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entitiesOverPool } from '#postgres/entities-over-pool.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import type { EntityManager } from 'typeorm';
import { AddressRangeRow } from './address-range.entity.js';
import { readAddressRangeList } from './read-address-range-list.js';
import { readAddressRange } from './read-address-range.js';
import { readAddressRangesOf } from './read-address-ranges-of.js';
import { saveAddressRanges } from './save-address-ranges.js';

let database: TestDatabase;
let tables: EntityManager;
const ban = { ban: { reason: 'spam' as const, until: null } };
const id = (last: number) => `0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081c${last}`;
const rows = [
  { rangeId: id(1), network: '203.0.113.0/24', sanctions: ban, version: 3 },
  { rangeId: id(2), network: '203.0.0.0/16', sanctions: {}, version: 2 },
  { rangeId: id(3), network: '2001:db8::/32', sanctions: ban, version: 1 },
  { rangeId: id(4), network: '10.0.0.0/8', sanctions: ban, version: 1 },
];

beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveAddressRanges(client, rows);
  client.release();
  tables = (await entitiesOverPool(database.pool, { AddressRangeRow }).initialize()).manager;
});
afterAll(() => database.drop());

test('an address is found in all its ranges with their versions, those too that are lifted', async () => {
  expect(await readAddressRangesOf(database.pool, '203.0.113.9')).toEqual([
    { rangeId: id(1), sanctions: ban, version: 3 },
    { rangeId: id(2), sanctions: {}, version: 2 },
  ]);
  expect(await readAddressRangesOf(database.pool, '2001:db8:ffff::1')).toMatchObject([{ rangeId: id(3) }]);
  expect(await readAddressRangesOf(database.pool, '::1')).toEqual([]);
});

test('the list has what is not lifted, a page at a time', async () => {
  const { ranges, rangesCount } = await readAddressRangeList(tables, { limit: 2, offset: 1 });
  expect(rangesCount).toBe(3);
  expect(ranges).toEqual([rows[0], rows[2]]);
});

test('one is found by its id', async () => {
  expect(await readAddressRange(tables, id(2))).toEqual(rows[1]);
  expect(await readAddressRange(tables, id(9))).toBeUndefined();
});

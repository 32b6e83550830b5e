import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseAddress } from '#contracts/people/network.js';
import { saveAddressRanges } from '#read-models/address-range/save-address-ranges.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { Reach } from './reach.js';

const id = (last: number) => `0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081c${last}`;
const sanctions = { ban: { reason: 'spam' as const, until: null } };
let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveAddressRanges(client, [
    { rangeId: id(1), network: '203.0.0.0/16', sanctions, version: 1 },
    { rangeId: id(2), network: '203.0.113.7/32', sanctions, version: 2 },
    { rangeId: id(3), network: '203.0.113.8/32', sanctions: {}, version: 3 },
    { rangeId: id(4), network: '10.0.0.0/8', sanctions, version: 1 },
  ]);
  client.release();
});
afterAll(() => database.drop());

const reach = async (range: string, from: string) => {
  const address = parseAddress(from);
  if (!address) throw new Error(from);
  return (await new Reach(database.pool).of(range, address)).reach;
};

test('a range’s reach: how many addresses, one’s own, and what is said already', async () => {
  expect(await reach('203.0.113.0/24', '203.0.113.9')).toEqual({
    ...{ range: '203.0.113.0/24', addresses: '256', holdsYours: true, addressRangesCount: 2 },
    addressRanges: [
      { id: id(1), range: '203.0.0.0/16', sanctions, version: 1 },
      { id: id(2), range: '203.0.113.7/32', sanctions, version: 2 },
    ],
  });
  expect(await reach('2001:db8::/32', '203.0.113.9')).toEqual({
    ...{ range: '2001:db8::/32', addresses: '79228162514264337593543950336', holdsYours: false },
    ...{ addressRanges: [], addressRangesCount: 0 },
  });
});

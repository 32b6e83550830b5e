import { expect, test } from '@jest/globals';
import {
  addressRangeBanned,
  addressRangePremoderated,
  addressRangeReinstated,
  addressRangeSuspended,
} from '#contracts/people/person.examples.js';
import { fold } from '#decider/decider.js';
import { given } from '#decider/given-when-then.js';
import { addressRangeDecider } from './address-range.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const banned = { ...meta, type: 'AddressRangeBanned', data: addressRangeBanned } as const;
const suspended = { ...meta, type: 'AddressRangeSuspended', data: addressRangeSuspended } as const;
const premoderated = { ...meta, type: 'AddressRangePremoderated', data: addressRangePremoderated } as const;
const reinstated = { ...meta, type: 'AddressRangeReinstated', data: addressRangeReinstated } as const;
const sanction = (event: typeof banned | typeof suspended | typeof premoderated) =>
  ({ type: 'SanctionAddressRange', event }) as const;
const reinstate = { type: 'ReinstateAddressRange', event: reinstated } as const;

test('a range is banned, suspended or pre-moderated, and again once it was reinstated', () => {
  for (const event of [banned, suspended, premoderated]) {
    given(addressRangeDecider, []).when(sanction(event)).then([event]);
    given(addressRangeDecider, [banned, reinstated]).when(sanction(event)).then([event]);
  }
});

test('one sanction leaves the others in force, and lifting lifts them all', () => {
  const all = fold(addressRangeDecider, [banned, premoderated]);
  expect(Object.keys(all ?? {}).sort()).toEqual(['ban', 'premoderation']);
  given(addressRangeDecider, [banned, premoderated]).when(reinstate).then([reinstated]);
});

test('nothing is lifted where nothing is in force', () => {
  given(addressRangeDecider, [banned, reinstated]).when(reinstate).then([]);
  given(addressRangeDecider, []).when(reinstate).thenRejected('AddressRangeUnknown');
});

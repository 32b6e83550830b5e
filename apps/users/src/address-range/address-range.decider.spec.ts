import { expect, test } from '@jest/globals';
import { SanctionAddressRange as Wanted } from '#contracts/people/address-range.commands.js';
import {
  addressRangeBanned,
  addressRangePremoderated,
  addressRangeReinstated,
  addressRangeSuspended,
} from '#contracts/people/person.examples.js';
import type { AddressRangeEvent } from '#contracts/events.js';
import { fold } from '#decider/decider.js';
import { given } from '#decider/given-when-then.js';
import { addressRangeDecider, type SanctionAddressRange } from './address-range.decider.js';

const { actor, rangeId, reason } = addressRangeBanned;
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const range = '203.0.113.0/24';
const until = addressRangeSuspended.until;
const banned = { ...meta, type: 'AddressRangeBanned', data: { ...addressRangeBanned, range } } as const;
const suspended = { ...meta, type: 'AddressRangeSuspended', data: { ...addressRangeSuspended, range } } as const;
const premoderated: AddressRangeEvent = {
  ...{ ...meta, type: 'AddressRangePremoderated' },
  data: { ...addressRangePremoderated, range },
};
const reinstated = { ...meta, type: 'AddressRangeReinstated', data: addressRangeReinstated } as const;

const ban: SanctionAddressRange = {
  ...{ ...by, type: 'SanctionAddressRange', rangeId, range, reason, kind: 'ban', until: null, from: undefined },
};
const suspend: SanctionAddressRange = { ...ban, kind: 'suspend', until };
const premoderate: SanctionAddressRange = { ...ban, kind: 'premoderate' };
const reinstate = { ...by, type: 'ReinstateAddressRange', rangeId, reason } as const;

test('a range can be banned, suspended or pre-moderated, and again after it was reinstated', () => {
  for (const [sanction, event] of [
    [ban, banned],
    [suspend, suspended],
    [premoderate, premoderated],
  ] as const) {
    given(addressRangeDecider, []).when(sanction).then([event]);
    given(addressRangeDecider, [banned, reinstated]).when(sanction).then([event]);
  }
});

test('a sanction leaves the others in force; reinstating lifts all', () => {
  const all = fold(addressRangeDecider, [banned, premoderated]);
  expect(Object.keys(all ?? {}).sort()).toEqual(['ban', 'premoderation']);
  given(addressRangeDecider, [banned, premoderated]).when(reinstate).then([reinstated]);
});

test('reinstating changes nothing if no sanction is in force', () => {
  given(addressRangeDecider, [banned, reinstated]).when(reinstate).then([]);
  given(addressRangeDecider, []).when(reinstate).thenRejected('AddressRangeUnknown', 'not found');
});

test('the event has the reason and the note', () => {
  const note = 'a school';
  given(addressRangeDecider, [])
    .when({ ...ban, note })
    .then([{ ...banned, data: { ...banned.data, note } }]);
  given(addressRangeDecider, [banned])
    .when({ ...reinstate, note })
    .then([{ ...reinstated, data: { ...reinstated.data, note } }]);
});

test('a sanction that has ended already is refused', () => {
  given(addressRangeDecider, [])
    .when({ ...ban, until: by.at })
    .thenRejected('EndsBeforeItBegins', 'invalid');
  const ends = '2026-01-02T03:04:05.001Z';
  given(addressRangeDecider, [])
    .when({ ...ban, until: ends })
    .then([{ ...banned, data: { ...banned.data, until: ends } }]);
});

test('a suspension has an end', () => {
  given(addressRangeDecider, [])
    .when({ ...suspend, until: null })
    .thenRejected('SuspendedWithoutEnd', 'invalid');
});

test('nobody can ban their own address', () => {
  const rangeOf = (text: string) => Wanted.parse({ range: text, kind: 'ban', reason }).range;
  for (const [shut, from] of [
    [range, '203.0.113.1'],
    [range, '::ffff:203.0.113.1'],
    [range, '64:ff9b::203.0.113.1'],
    [rangeOf('2002:cb00:7100::/40'), '203.0.113.1'],
  ] as const) {
    given(addressRangeDecider, [])
      .when({ ...ban, range: shut, from })
      .thenRejected('HoldsOwnAddress', 'invalid');
  }
  expect(() => addressRangeDecider.decide({ ...ban, from: '203.0.113.1' }, undefined)).toThrow(
    expect.objectContaining({ refusal: { kind: 'invalid', fields: { range: ['has your own address in it'] } } }),
  );
  given(addressRangeDecider, [])
    .when({ ...ban, from: '203.0.114.1' })
    .then([banned]);
  given(addressRangeDecider, [])
    .when({ ...premoderate, from: '203.0.113.1' })
    .then([premoderated]);
});

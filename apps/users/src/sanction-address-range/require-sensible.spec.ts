import { expect, test } from '@jest/globals';
import { SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import { fieldErrors, parseBody } from '#http/validate.js';
import { requireSensible } from './require-sensible.js';

const banned = { range: '203.0.113.77/24', kind: 'ban', reason: 'spam' };
const now = Date.parse('2026-01-02T03:04:05.000Z');
const judge = (wanted: object, from?: string) => () => {
  requireSensible(parseBody(SanctionAddressRange, { ...banned, ...wanted }), from, now);
};

test('a range is its network, for good unless said', () => {
  expect(SanctionAddressRange.parse(banned)).toEqual({ ...banned, range: '203.0.113.0/24', until: null });
});

test.each(['::ffff:203.0.113.77/120', '64:ff9b::203.0.113.77/120', '2002:cb00:714d::/40'])(
  'a range of IPv4 inside IPv6 is the one of IPv4: %s',
  (range) => expect(SanctionAddressRange.parse({ ...banned, range }).range).toBe('203.0.113.0/24'),
);

test.each([
  [{ range: '' }, { range: ["can't be blank"] }],
  [{ range: 'home' }, { range: ['must be addresses such as 203.0.113.0/24'] }],
  [{ range: '10.0.0.0/7' }, { range: ['is too wide (IPv4: /8 at most, IPv6: /16)'] }],
  [{ range: '2002::/16' }, { range: ['is too wide (IPv4: /8 at most, IPv6: /16)'] }],
  [{ range: '64:ff9b::203.0.113.0/24' }, { range: ['must be addresses such as 203.0.113.0/24'] }],
  [{ range: '2000::/15' }, { range: ['is too wide (IPv4: /8 at most, IPv6: /16)'] }],
  [{ kind: 'suspend' }, { until: ["can't be blank"] }],
])('%j is refused: %j', (wanted, errors) => {
  const { error } = SanctionAddressRange.safeParse({ ...banned, ...wanted });
  expect(error && fieldErrors(error)).toEqual(errors);
});

test('nothing is said that is over already', () => {
  expect(judge({ until: '2026-01-02T03:04:05.000Z' })).toThrow(expect.objectContaining({ status: 422 }));
  expect(judge({ until: '2026-01-02T03:04:05.001Z' })).not.toThrow();
});

test('nobody shuts themselves out', () => {
  const own = expect.objectContaining({ errors: { range: ['has your own address in it'] } });
  expect(judge({}, '203.0.113.1')).toThrow(own);
  expect(judge({}, '::ffff:203.0.113.1')).toThrow(own);
  expect(judge({}, '64:ff9b::203.0.113.1')).toThrow(own);
  expect(judge({ range: '2002:cb00:7100::/40' }, '203.0.113.1')).toThrow(own);
  expect(judge({}, '203.0.114.1')).not.toThrow();
  expect(judge({ kind: 'premoderate' }, '203.0.113.1')).not.toThrow();
});

import { expect, test } from '@jest/globals';
import { SanctionAddressRange } from './address-range.commands.js';

const banned = { range: '203.0.113.77/24', kind: 'ban', reason: 'spam' };

test('a range is its network, for good unless said', () => {
  expect(SanctionAddressRange.parse(banned)).toEqual({ ...banned, range: '203.0.113.0/24', until: null });
});

test.each(['::ffff:203.0.113.77/120', '64:ff9b::203.0.113.77/120', '2002:cb00:714d::/40'])(
  'a range of IPv4 inside IPv6 is the one of IPv4: %s',
  (range) => expect(SanctionAddressRange.parse({ ...banned, range }).range).toBe('203.0.113.0/24'),
);

test.each([
  [{ range: '' }, { range: "can't be blank" }],
  [{ range: 'home' }, { range: 'must be addresses such as 203.0.113.0/24' }],
  [{ range: '10.0.0.0/7' }, { range: 'is too wide (IPv4: /8 at most, IPv6: /16)' }],
  [{ range: '2002::/16' }, { range: 'is too wide (IPv4: /8 at most, IPv6: /16)' }],
  [{ range: '64:ff9b::203.0.113.0/24' }, { range: 'must be addresses such as 203.0.113.0/24' }],
  [{ range: '2000::/15' }, { range: 'is too wide (IPv4: /8 at most, IPv6: /16)' }],
  [{ kind: 'suspend' }, { until: "can't be blank" }],
])('%j is refused: %j', (wanted, errors) => {
  const { error } = SanctionAddressRange.safeParse({ ...banned, ...wanted });
  const told = error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
  expect(Object.fromEntries(told)).toEqual(errors);
});

import { expect, test } from '@jest/globals';
import { InMemoryKeyring } from './in-memory-keyring.js';
import { isMonth, monthOf, monthsOver, withMonthKey } from './month-keys.js';

test('months are those of UTC', () => {
  expect(monthOf(new Date('2026-11-30T23:59:59.999Z'))).toBe('2026-11');
  expect(['2026-11', '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192', '2026-11-01'].map(isMonth)).toEqual([true, false, false]);
});

test('a month is over once its last day is older than the retention', () => {
  const months = ['2026-07', '2026-08', '2026-11'];
  expect(monthsOver(months, new Date('2026-11-28T00:00:00Z'), 90)).toEqual(['2026-07']);
  expect(monthsOver(months, new Date('2026-11-29T23:59:59Z'), 90)).toEqual(['2026-07']);
  expect(monthsOver(months, new Date('2026-11-30T00:00:00Z'), 90)).toEqual(['2026-07', '2026-08']);
  expect(monthsOver(months, new Date('2026-11-28T00:00:00Z'), 0)).toEqual(['2026-07', '2026-08']);
});

test('the key of a month is created on first use, and never again', async () => {
  const keyring = new InMemoryKeyring();
  const first = (await withMonthKey(keyring, [], '2026-11')).get('2026-11');
  expect(first).toHaveLength(32);
  expect((await withMonthKey(keyring, [], '2026-11')).get('2026-11')).toEqual(first);
  await keyring.destroyKey('2026-11');
  expect((await withMonthKey(keyring, [], '2026-11')).get('2026-11')).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import { SparedReaders } from './spared-readers.js';

test('an address reads a tenth of its limit uncounted in each stretch of time, and no more', () => {
  let now = 0;
  const readers = new SparedReaders(50, 1_000, () => now);
  const spared = (address: string, times: number) => Array.from({ length: times }, () => readers.spares(address));
  expect(spared('a', 6)).toEqual([true, true, true, true, true, false]);
  expect(spared('b', 1)).toEqual([true]);
  now = 999;
  expect(spared('a', 1)).toEqual([false]);
  now = 1_000;
  expect(spared('a', 1)).toEqual([true]);
});

test('what is remembered of addresses is bounded', () => {
  const readers = new SparedReaders(10, 1_000, () => 0);
  expect([readers.spares('a'), readers.spares('a')]).toEqual([true, false]);
  for (let other = 0; other <= 50_000; other += 1) readers.spares(String(other));
  expect(readers.spares('a')).toBe(true);
});

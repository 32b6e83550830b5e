import { expect, test } from '@jest/globals';
import { delayBefore, failuresAfter } from './backoff.js';

test('the delay grows to a limit', () => {
  expect([1, 2, 3, 4, 10].map(delayBefore)).toEqual([250, 500, 1_000, 2_000, 10_000]);
});

test('a process that ran half a minute is forgiven', () => {
  expect(failuresAfter(5, 1_000)).toBe(6);
  expect(failuresAfter(5, 30_000)).toBe(1);
});

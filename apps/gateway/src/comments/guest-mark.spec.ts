import { expect, test } from '@jest/globals';
import { guestMark } from './guest-mark.js';

test('a guest’s mark is short, stable and their own', () => {
  const ada = guestMark('0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192');
  expect(ada).toBe('708192');
  expect(guestMark('0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193')).not.toBe(ada);
});

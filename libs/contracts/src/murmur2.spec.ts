import { expect, test } from '@jest/globals';
import { murmur2 } from './murmur2.js';

test.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
])('gives what the Java client gives for %s', (text, hash) => {
  expect(murmur2(new TextEncoder().encode(text))).toBe(hash);
});

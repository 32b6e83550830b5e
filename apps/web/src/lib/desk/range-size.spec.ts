import { expect, test } from '@jest/globals';
import { rangeSize } from './range-size.js';

test.each([
  ['203.0.113.0/24', 256n],
  ['10.0.0.0/8', 16_777_216n],
  ['203.0.113.7', 1n],
  ['203.0.113.7/32', 1n],
  ['2001:db8::/64', 1n << 64n],
  ['2001:db8::1', 1n],
  ['203.0.113.0/33', undefined],
  ['everybody', undefined],
  ['', undefined],
])('of %j it is %s', (network, size) => {
  expect(rangeSize(network)).toBe(size);
});

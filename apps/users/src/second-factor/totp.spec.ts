import { expect, test } from '@jest/globals';
import { newSecret, stepOf, uriOf } from './totp.js';

/** The secret of RFC 6238, appendix B, and its codes for SHA-1, of which apps show the last six digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i s the code is %s, as the RFC says', (seconds, code) =>
  expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30)),
);

test('a clock that is one step off is taken, one that is two steps off is not', () => {
  const [code, seconds, step] = ['005924', 1_234_567_890, 41_152_263];
  for (const off of [-30, 0, 29, 30]) expect(stepOf(secret, code, at(seconds + off))).toBe(step);
  for (const off of [-31, 60, 90]) expect(stepOf(secret, code, at(seconds + off))).toBeUndefined();
});

test.each(['', '00592', '0059240', '00592x', '００５９２４'])('%j is no code', (code) =>
  expect(stepOf(secret, code, at(1_234_567_890))).toBeUndefined(),
);

test('secrets have 160 bits, and an app reads all it needs from the address', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(uriOf(secret, 'Ada & co')).toBe(
    `otpauth://totp/Broadside:Ada%20%26%20co?issuer=Broadside&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});

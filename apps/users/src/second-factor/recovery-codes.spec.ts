import { expect, test } from '@jest/globals';
import { recoveryCodeHash, recoveryCodesOf } from './recovery-codes.js';

const key = Buffer.alloc(32, 1);
const batch = { personId: 'ada', idempotencyKey: '1', batch: 'first' };

test('a repeated command gets the same ten codes, every other one gets others', () => {
  const codes = recoveryCodesOf(key, batch);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  expect(recoveryCodesOf(key, batch)).toEqual(codes);
  const others = [{ personId: 'tove' }, { idempotencyKey: '2' }, { batch: 'second' }].flatMap((other) =>
    recoveryCodesOf(key, { ...batch, ...other }),
  );
  expect([...others, ...recoveryCodesOf(Buffer.alloc(32, 2), batch)].filter((code) => codes.includes(code))).toEqual(
    [],
  );
});

test('a code is known however it is typed, and only to its person', () => {
  const hash = recoveryCodeHash(key, 'ada', '01abc-d0e1f');
  for (const typed of ['01ABC D0E1F', ' 0labc-doeif ', '01abcd0e1f']) {
    expect(recoveryCodeHash(key, 'ada', typed)).toBe(hash);
  }
  expect(recoveryCodeHash(key, 'tove', '01abc-d0e1f')).not.toBe(hash);
});

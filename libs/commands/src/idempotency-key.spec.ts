import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { idempotencyOf } from './command-request.js';
import { givenIdempotencyKey } from './idempotency-key.js';

const pseudonymKey = Buffer.alloc(32, 1);
const given = (key: string | string[] | undefined) => givenIdempotencyKey({ 'idempotency-key': key });
const keyBy = (caller: string | undefined, key: string | undefined) =>
  idempotencyOf({ url: '/commands/x', headers: { 'idempotency-key': key } }, { caller, command: {}, pseudonymKey }).key;
const keyOf = (key: string | undefined) => keyBy('somebody', key);

describe('an Idempotency-Key', () => {
  test.each([undefined, ''])('%j is no key: a random one is used each time', (none) => {
    expect(given(none)).toBeUndefined();
    expect(keyOf(none)).not.toBe(keyOf(none));
  });

  test.each(['1', 'a b', '"quoted"', '~', 'x'.repeat(200)])('%s is accepted unchanged', (key) => {
    expect(given(key)).toBe(key);
    expect(keyOf(key)).toBe(keyOf(key));
    expect(keyOf(key)).not.toBe(keyBy('somebody else', key));
  });

  test.each(['x'.repeat(201), 'é', 'ÿ', '💬', 'a\tb', '\u0000', '\u007f', ['a', 'b']])('%j is refused', (key) => {
    expect(() => given(key)).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('a stranger’s key', () => {
  const strangers = (key: string | undefined) => keyBy(undefined, key);

  test.each([
    randomUUID(),
    randomUUID().toUpperCase(),
    randomBytes(16).toString('hex'),
    randomBytes(17).toString('base64url'),
    '314159265358979323846264338327950288419',
    undefined,
    '',
  ])('%j is accepted', (key) => expect(strangers(key)).toBeDefined());

  test.each([
    '1',
    'my-registration',
    randomBytes(15).toString('hex'),
    randomBytes(16).toString('base64url').slice(1),
    '31415926535897932384626433832795028841',
    '00000000-0000-0000-0000-000000000000',
    '-'.repeat(100),
    'ab'.repeat(50),
  ])('%j is refused: somebody who guesses it would get the answer, and the credential in it', (key) => {
    expect(() => strangers(key)).toThrow(expect.objectContaining({ status: 400 }));
  });

  test('random keys are accepted, whatever their alphabet', () => {
    for (let n = 0; n < 2_000; n += 1) {
      for (const key of [randomUUID(), randomBytes(16).toString('hex'), randomBytes(17).toString('base64url')]) {
        expect(strangers(key)).toBe(strangers(key));
      }
    }
  });
});

import { expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { resetIdOf, resetTokenOf } from './reset-token.js';

const key = randomBytes(32);

test('a token gives its id back, and no other key makes it', () => {
  const id = randomUUID();
  const token = resetTokenOf(key, id);
  expect(token).toMatch(/^[\w-]{64}$/);
  expect(resetIdOf(key, token)).toBe(id);
  expect(resetIdOf(randomBytes(32), token)).toBeUndefined();
});

test('a token of which any part is changed or missing is nobody’s', () => {
  const token = resetTokenOf(key, randomUUID());
  const changed = [...token].map(
    (each, at) => `${token.slice(0, at)}${each === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
  );
  const others = [...changed, token.slice(0, 22), token.slice(1), `${token}AAAA`, '', '\0', 'é'.repeat(64)];
  expect(others.flatMap((each) => resetIdOf(key, each) ?? [])).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { Copies } from './copies.js';

const none = new Set<string>();

test('replicas are used in turn', () => {
  const copies = new Copies(['a', 'b', 'c']);
  expect([1, 2, 3, 4].map(() => copies.next(none))).toEqual(['b', 'c', 'a', 'b']);
});

test('a replica is tried again only after all others', () => {
  const copies = new Copies(['a', 'b']);
  for (let round = 0; round < 4; round += 1) expect(copies.next(new Set(['a']))).toBe('b');
  expect(['a', 'b']).toContain(copies.next(new Set(['a', 'b'])));
});

test('a replica that did not answer is used last for a second', () => {
  let now = 0;
  const copies = new Copies(['a', 'b'], () => now);
  copies.avoid('a');
  expect([1, 2, 3].map(() => copies.next(none))).toEqual(['b', 'b', 'b']);
  expect(copies.next(new Set(['b']))).toBe('a');
  now = 1_000;
  expect(new Set([1, 2].map(() => copies.next(none)))).toEqual(new Set(['a', 'b']));
});

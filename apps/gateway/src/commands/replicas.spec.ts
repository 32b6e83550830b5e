import { expect, test } from '@jest/globals';
import { Replicas } from './replicas.js';

const none = new Set<string>();

test('replicas are used in turn', () => {
  const replicas = new Replicas(['a', 'b', 'c']);
  expect([1, 2, 3, 4].map(() => replicas.next(none))).toEqual(['b', 'c', 'a', 'b']);
});

test('a replica is tried again only after all others', () => {
  const replicas = new Replicas(['a', 'b']);
  for (let round = 0; round < 4; round += 1) expect(replicas.next(new Set(['a']))).toBe('b');
  expect(['a', 'b']).toContain(replicas.next(new Set(['a', 'b'])));
});

test('a replica that did not answer is used last for a second', () => {
  let now = 0;
  const replicas = new Replicas(['a', 'b'], () => now);
  replicas.avoid('a');
  expect([1, 2, 3].map(() => replicas.next(none))).toEqual(['b', 'b', 'b']);
  expect(replicas.next(new Set(['b']))).toBe('a');
  now = 1_000;
  expect(new Set([1, 2].map(() => replicas.next(none)))).toEqual(new Set(['a', 'b']));
});

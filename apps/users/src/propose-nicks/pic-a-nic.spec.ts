import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Username } from '#contracts/people/account.commands.js';
import { picANic } from './pic-a-nic.js';

test('an invented nick is pronounceable, has a number, and is a valid name', () => {
  const numbers = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  fc.assert(
    fc.property(numbers, (stream) => {
      const nick = picANic(() => stream.next().value as number);
      expect(nick).toMatch(/^[A-Z][a-z]+ \d{1,3}$/);
      // Never more than four consonants in a row, nor three vowels.
      expect(nick).not.toMatch(/[bcdfghjklmnpqrstvwxz]{5}|[aeiou]{4}/i);
      expect(Username.parse(nick)).toBe(nick);
    }),
  );
});

test('there are many', () => {
  const many = new Set(Array.from({ length: 10_000 }, () => picANic(Math.random)));
  expect(many.size).toBeGreaterThan(9_900);
});

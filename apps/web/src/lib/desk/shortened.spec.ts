import { expect, test } from '@jest/globals';
import { shortened } from './shortened.js';

const long = `${'a'.repeat(300)}${'b'.repeat(300)}`;
const [a, b] = ['a'.repeat(200), 'b'.repeat(200)];

test('a long text that is the same is told by its ends, beside the changes', () => {
  expect(shortened(long, 1, 3)).toBe(`${a} … ${b}`);
  expect(shortened(long, 0, 3)).toBe(`… ${b}`);
  expect(shortened(long, 2, 3)).toBe(`${a} …`);
});

test('a short one is told whole, and no character is cut in two', () => {
  for (const at of [0, 1, 2]) expect(shortened('It waits.', at, 3)).toBe('It waits.');
  const faces = '👍'.repeat(300);
  expect(shortened(`x${faces}`, 1, 3).isWellFormed()).toBe(true);
  expect(shortened(`${faces}x`, 1, 3).isWellFormed()).toBe(true);
});

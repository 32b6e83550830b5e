import { expect, test } from '@jest/globals';
import { printable } from './printable.js';

test('what would move the cursor or turn the direction is written out', () => {
  expect(printable('a\u001b[2Jb\u202ec\nd\u0085')).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{a}d\\u{85}');
});

test('letters of every script stay as they are', () => {
  expect(printable('Zoë, 東京, עברית, 🙂')).toBe('Zoë, 東京, עברית, 🙂');
});

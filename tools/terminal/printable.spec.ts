import { expect, test } from '@jest/globals';
import { jsonLine, printable, shown } from './printable.js';

const hostile = 'a\u001b[2Jb\u202ec\nd\u0085\u{e0001}';

test('characters that move the cursor or change the direction are escaped', () => {
  expect(printable(hostile)).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{a}d\\u{85}\\u{e0001}');
});

test('letters of every script stay as they are', () => {
  expect(printable('Zoë, 東京, עברית, 🙂')).toBe('Zoë, 東京, עברית, 🙂');
});

test('a quoted word is cut between letters', () => {
  expect(shown('x'.repeat(5_000))).toBe(`${'x'.repeat(200)}…`);
  expect(shown('🙂'.repeat(200))).toBe('🙂'.repeat(200));
  expect(shown('🙂🙂🙂', 2)).toBe('🙂🙂…');
  expect(shown('\u009b'.repeat(3), 2)).toBe('\\u{9b}\\u{9b}…');
});

test('a line of JSON is printable and keeps its value', () => {
  const value = { [hostile]: [hostile, '\ud800', 5] };
  expect(jsonLine(value)).toBe(printable(jsonLine(value)));
  expect(JSON.parse(jsonLine(value))).toEqual(value);
});

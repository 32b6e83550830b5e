import { expect, test } from '@jest/globals';
import { Lines, linesOf, sentence } from './sentence.js';

test('a quoted word can neither forge a row nor fill the screen', () => {
  expect(sentence`skipped ${'a\nskipped  9\u009b2K'}, ${1_234} times`).toBe(
    'skipped a\\u{a}skipped  9\\u{9b}2K, 1234 times',
  );
  expect(sentence`${'x'.repeat(5_000)}!`).toBe(`${'x'.repeat(200)}…!`);
});

test('text of several lines is kept', () => {
  expect(sentence`${new Lines('a\nb')}\nc`).toBe('a\nb\nc');
});

test("an error's message keeps its lines and no other control character", () => {
  expect(linesOf(new Error('one\ntwo\u001b[2J')).text).toBe('one\ntwo\\u{1b}[2J');
  expect(linesOf('\u202e').text).toBe('\\u{202e}');
  expect(linesOf(new Error('why'), { withStack: true }).text).toMatch(/why\n +at .*sentence\.spec/);
});

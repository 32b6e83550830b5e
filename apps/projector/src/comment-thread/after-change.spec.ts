import { expect, test } from '@jest/globals';
import { afterChange } from './after-change.js';

const at = (second: number) => `2026-01-02T03:04:0${second}.000Z`;
const held = { commentId: 1, version: 1, from: at(1), until: null, why: 'author-premoderated' as const };

test('a change closes the interval that is open, and opens the next where that ends', () => {
  expect(afterChange([held], at(2), { why: null })).toEqual([
    { ...held, until: at(2) },
    { ...held, from: at(2), why: null },
  ]);
});

test('another text is another interval, of a comment that is held as of one that is shown', () => {
  expect(afterChange([held], at(2), { version: 3 })).toEqual([
    { ...held, until: at(2) },
    { ...held, from: at(2), version: 3 },
  ]);
});

test('what was so for no time is in no interval, and a clock that is slow makes none that ends before it begins', () => {
  for (const second of [1, 0]) {
    expect(afterChange([held], at(second), { why: null })).toEqual([{ ...held, why: null }]);
  }
});

test('what changes nothing for readers leaves the intervals as they are', () => {
  expect(afterChange([held], at(2), { version: 1 })).toBeUndefined();
  expect(afterChange([], at(2), { why: null })).toBeUndefined();
});

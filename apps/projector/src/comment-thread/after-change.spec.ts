import { expect, test } from '@jest/globals';
import { afterChange } from './after-change.js';

const at = (second: number) => `2026-01-02T03:04:0${second}.000Z`;
const held = { commentId: 1, version: 1, from: at(1), until: null, why: 'author-premoderated' as const };

test('a change closes the open interval, and opens the next at the same time', () => {
  expect(afterChange([held], at(2), { why: null })).toEqual([
    { ...held, until: at(2) },
    { ...held, from: at(2), why: null },
  ]);
});

test('another text begins another interval, whether the comment is held or shown', () => {
  expect(afterChange([held], at(2), { version: 3 })).toEqual([
    { ...held, until: at(2) },
    { ...held, from: at(2), version: 3 },
  ]);
});

test('a state of no duration has no interval, and a slow clock makes no interval that ends before it begins', () => {
  for (const second of [1, 0]) {
    expect(afterChange([held], at(second), { why: null })).toEqual([{ ...held, why: null }]);
  }
});

test('a change that readers do not see leaves the intervals unchanged', () => {
  expect(afterChange([held], at(2), { version: 1 })).toBeUndefined();
  expect(afterChange([], at(2), { why: null })).toBeUndefined();
});

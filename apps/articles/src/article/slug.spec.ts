import { expect, test } from '@jest/globals';
import { numberedSlug, slugOf } from './slug.js';

test.each([
  ['Harbour bridge stuck again', 'harbour-bridge-stuck-again'],
  ['  Ünïcode & symbols!  ', 'unicode-symbols'],
  ['Мост опять застрял', 'мост-опять-застрял'],
  ['!!!', 'article'],
  ['word '.repeat(40), Array(16).fill('word').join('-')],
])('%s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a taken slug gets a number', () => {
  expect([1, 2, 3].map((attempt) => numberedSlug('bridge', attempt))).toEqual(['bridge', 'bridge-2', 'bridge-3']);
});

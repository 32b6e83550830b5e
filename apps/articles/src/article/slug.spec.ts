import { expect, test } from '@jest/globals';
import { slugOf } from './slug.js';

test.each([
  ['Harbour bridge stuck again', 'harbour-bridge-stuck-again'],
  ['  Ünïcode & symbols!  ', 'unicode-symbols'],
  ['Мост опять застрял', 'мост-опять-застрял'],
  ['!!!', 'article'],
  ['word '.repeat(40), Array(16).fill('word').join('-')],
])('%s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

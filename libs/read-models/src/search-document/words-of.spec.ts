import { expect, test } from '@jest/globals';
import { longestSearchedText, placesOfWords, wordsOf } from './words-of.js';

test.each([
  ['The Bridge, again!', 'the bridge again'],
  ['snake_case and well-known@example.org/a?b', 'snake case and well known example org a b'],
  ['ÉLAN Straße Ⅷ ½', 'élan straße viii 12'],
  ['\u{fdfa} 界', 'صلىاللهعليهوسلم 界'],
  ['<b>&amp;', 'b amp'],
  ['…', ''],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test('each word has one place, so that the nth word that matches is the nth word that is marked', () => {
  const text = 'Ⅷ ½ \u{fdfa} e\u0301lan don’t a_b';
  const places = [...placesOfWords(text)].map(({ start, end }) => text.slice(start, end));
  expect(places).toHaveLength(wordsOf(text).split(' ').length);
});

test.each(['\u{fdfa}', 'a_', '½', 'x'])('a text of nothing but %j stays bounded', (piece) => {
  const begun = performance.now();
  expect(wordsOf(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(longestSearchedText);
  expect(performance.now() - begun).toBeLessThan(1_000);
});

import { expect, test } from '@jest/globals';
import { excerptLength, excerptOf } from './excerpt.js';

const shown = (text: string, matching: number[]) =>
  excerptOf(text, matching)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

test('what matches is marked, and nothing else', () => {
  expect(shown('The bridge is closed.', [2, 4])).toBe('The [bridge] is [closed].');
});

test('a text without a match is shown from its beginning', () => {
  expect(shown('The bridge is closed.', [])).toBe('The bridge is closed.');
  expect(shown('', [])).toBe('');
});

test('a match far behind is shown with a few words before it', () => {
  const text = `${'filler '.repeat(500)}the bridge is closed. ${'more '.repeat(500)}`;
  const excerpt = shown(text, [502]);
  expect(excerpt).toMatch(/^…filler (filler )+the \[bridge\] is closed\. more .*more…$/);
  expect(excerpt.length).toBeLessThan(excerptLength + 5);
});

test('numbers of words that the text does not have are passed over', () => {
  expect(shown('Two words', [2, 7])).toBe('Two [words]');
});

test('markup in a text stays text', () => {
  expect(excerptOf('a <b onclick=x>bridge', [5])).toContainEqual({ text: 'bridge', isMatch: true });
});

import { expect, test } from '@jest/globals';
import { firstWords } from './first-words.js';

test.each([
  ['<p>Mind the <b>gap</b>.</p>\n<p>Please.</p>', 'Mind the gap . Please.'],
  ['<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &#39;so&#x27; &quot;far&quot;</p>', '1 < 2 && 3 > 2 \'so\' "far"'],
  ['<p>&unknown; &#0; &#x110000;</p>', '&unknown;'],
  ['', ''],
  ['<img src="https://a.example/b.png" alt="x">', ''],
])('of %s are %s', (html, words) => {
  expect(firstWords(html)).toBe(words);
});

test('are at most 120 characters, and never half of one', () => {
  const words = firstWords(`<p>${'🙂'.repeat(300)}</p>`);
  expect([...words]).toHaveLength(121);
  expect(words).toBe(`${'🙂'.repeat(120)}…`);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginningOfText } from './beginning-of-text.js';
import { renderBody } from './render-body.js';
import { renderText } from './render-text.js';

test.each([
  ['<p>one<br />two</p>\n<p>th<b>r</b>ee</p>', 'one two three'],
  ['<blockquote><p>cited</p></blockquote><p>and <a href="https://a.example/?a&amp;b">said</a></p>', 'cited and said'],
  ['<p>1 &lt; 2 &amp;amp; &quot;3&quot; &#39;4&#39;</p>', `1 < 2 &amp; "3" '4'`],
  ['<p>cut <a href="https://a.exam', 'cut'],
  ['<p>cut &am', 'cut'],
  ['', ''],
])('the beginning of %j is plain text', (html, text) => {
  expect(beginningOfText(html, 120)).toBe(text);
});

test('a pair of surrogates is not cut', () => {
  expect(beginningOfText(`<p>${'x'.repeat(9)}😀</p>`, 10)).toBe('x'.repeat(9));
  expect(beginningOfText(`<p>${'x'.repeat(8)}😀</p>`, 10)).toBe(`${'x'.repeat(8)}😀`);
});

test('of any text it is the words as they were entered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (body) => {
      expect(beginningOfText(renderText(body), 10_000)).toBe(body.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('of any Markdown it has no markup, and its references are read', () => {
  expect(beginningOfText(renderBody('**a** & <b>\n\n> c\n\n- d', 'markdown'), 120)).toMatch(/^a & .*c d$/);
});

test('its time is linear in the length of the HTML', () => {
  const tooLong = ['<'.repeat(2_000_000), '<a'.repeat(1_000_000), '&'.repeat(2_000_000), ' '.repeat(2_000_000)];
  const begunAt = performance.now();
  for (const html of tooLong) expect(beginningOfText(html, 120).length).toBeLessThanOrEqual(120);
  expect(performance.now() - begunAt).toBeLessThan(5_000);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cpuMsOf } from '#testing/cpu-time.js';
import { maxRenderedBytes } from './limits.js';
import { renderBody } from './render-body.js';
import { renderText } from './render-text.js';

const longestComment = 10_000;

/** Delimiters of Markdown and HTML. Joined and repeated they made the slow or large bodies. */
const pieces = [
  ...['*', '_', '`', '~~', '[', ']', '(', ')', '![', '](', '[a]', '\n\n[a]: /x "', '<', '>', '&', '"', "'", '\\', '|'],
  ...['\n', '\n\n', ' ', '    ', '\t', '> ', '- ', '1. ', '#', '---', '|-', '```', 'a', 'é', '😀', '\ud800', ':', '@'],
  ...['http://', 'www.', 'a.co', 'x@y.co', '&amp', '&#', '<b>', '</i>', '<p>', '</p>', '<li>', '<td>', '<table>'],
  ...['<a href="', "<a title='", '<img src=x>', '<!--', '-->', '<pre>', '</pre>', '<hr', '<script>', '<iframe>'],
  ...['<noscript>', '<svg>', '<xmp>', '<![CDATA[', '[a b=', '[/a]', '/>', '='],
  ...['<u>', '</u>', '<small>', '<big>', '</big>', '![](https://a.b)', ' "foto")'],
];
const unit = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((some) => some.join(''));
const repeated = fc.tuple(unit, fc.integer({ min: 1, max: longestComment }));
const patterned = fc
  .array(repeated, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([text, length]) => text.repeat(Math.ceil(length / text.length))).join(''));
const body = fc.oneof(patterned, fc.string({ unit: 'binary', maxLength: 2_000 })).map((text) => {
  return text.slice(0, longestComment);
});
const format = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const);

test('any body renders within its bound of size and time, and always to the same HTML', async () => {
  await fc.assert(
    fc.asyncProperty(body, format, fc.boolean(), async (text, of, isComment) => {
      let html = '';
      const ms = await cpuMsOf(() => (html = renderBody(text, of, isComment)));
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(maxRenderedBytes(text));
      expect(renderBody(text, of, isComment) === html).toBe(true);
      expect(ms).toBeLessThan(300);
    }),
    { numRuns: 300 },
  );
});

test('plain text takes at most six bytes for one, and seven more', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        body,
        unit.map((text) => text.repeat(50)),
      ),
      (text) => {
        expect(Buffer.byteLength(renderText(text))).toBeLessThanOrEqual(6 * Buffer.byteLength(text) + 7);
      },
    ),
  );
  expect(renderText('"'.repeat(1_000))).toHaveLength(6_007);
});

test.each([
  ['many short links', 'See [here](https://a.example/1), [there](/2) and https://b.example/3.\n'.repeat(60)],
  [
    'references used often',
    `${'As [the ledger][l] says, [l] again. '.repeat(80)}\n\n[l]: https://ledger.example/a "L"`,
  ],
  ['a table', `| a | b | c |\n|---|---|---|\n${'| 1 | 2 | 3 |\n'.repeat(80)}`],
  ['emphasis', '*so* **very** `much` ~~less~~ '.repeat(80)],
  ['lists in quotes', '> - one\n>   - two\n>     - three\n'.repeat(40)],
  ['addresses alone, in a short one', 'x@y.co '.repeat(60)],
  ['the small HTML of comments', '<u>so</u> <small>much</small> <big>less</big> '.repeat(80)],
  ['pictures', '![A quay](https://a.example/quay.jpg "foto") and words beside it.\n\n'.repeat(40)],
])('ordinary texts stay within the budget: %s', (_, text) => {
  for (const isComment of [false, true]) expect(renderBody(text, 'markdown', isComment)).not.toBe(renderText(text));
});

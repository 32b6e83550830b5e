import { describe, expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { maxRenderedBytes } from './limits.js';
import { renderBody } from './render-body.js';

const longestComment = 10_000;
const filled = (unit: string, length: number) => unit.repeat(Math.floor(length / unit.length));

/** A reference whose title is half the text, used as often as the other half has room for. */
const titleUsedOften = (letter: string, length = longestComment) => {
  const definition = `[a]: /x '${letter.repeat(length / 2 - 10)}'\n\n`;
  return definition + filled('[a]', length - definition.length);
};

/** Rows of one cell under a wide head: Markdown fills them up. */
const tableOfEmptyCells = (length = longestComment) => {
  const head = `${'|a'.repeat(length / 16)}|\n${'|-'.repeat(length / 16)}|\n`;
  return head + filled('|\n', length - head.length);
};

const words = 'Nothing of note happened in the harbour today.\n\n';
const inALongText = (text: string) => text + filled(words, longestComment - text.length);

/** Each exceeds one budget and is within the others. */
const overOne = {
  'bytes: addresses of mail': filled('x@y.co\n', longestComment),
  'referenced: a title used thirty times': inALongText(`[a]: /x '${'t'.repeat(900)}'\n\n${'[a] '.repeat(30)}\n\n`),
  'tokens: rows filled up': inALongText(`${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(60)}\n`),
  'steps: images that never end': `${'!['.repeat(4_990)}\n\n**b**`,
};

/** Each was found by search or reported; `markdown` unless it begins with `<`. */
const slow = {
  'images that never end': '![',
  'images in lines that never end': '\n![',
  'list items in table cells': '<li><td>',
  'paragraphs in table cells': '<p><td>',
  'tags closed by others': '<b></i>',
  'rules that never end': '<hr\n',
};

describe('text that multiplies', () => {
  test.each([
    ['a title of ampersands', titleUsedOften('&')],
    ['a title of quotes', titleUsedOften('"')],
    ['the same in the longest article', titleUsedOften('&', 50_000)],
    ['the same in an archive', titleUsedOften('"', 200_000)],
    ['a table', tableOfEmptyCells()],
    ['a table in an archive', tableOfEmptyCells(200_000)],
  ])('is shown as text: %s', async (_, body) => {
    let html = '';
    expect(await cpuMsOf(() => (html = renderBody(body, 'markdown')))).toBeLessThan(500);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(maxRenderedBytes(body));
    expect(html).toBe(renderBody(body, 'text'));
  });

  test.each(Object.entries(overOne))('a text over one budget is shown as text: %s', (_, body) => {
    expect(renderBody(body, 'markdown')).toBe(renderBody(body, 'text'));
  });

  test.each([
    ['elements open at once', filled('<b>', 3 * 401)],
    ['tags', filled('<b>x</b>', 8 * 150_001)],
    ['attributes', `<b${filled(' a', 2 * 300_000)}>`],
    ['paragraphs', `<pre>x</pre>${filled('a\n\n', 3 * 300_000)}`],
  ])('HTML of too many %s is shown as text', (_, body) => {
    expect(renderBody(body, 'html') === renderBody(body, 'text')).toBe(true);
    expect(renderBody(body.slice(0, 900), 'html') === renderBody(body.slice(0, 900), 'text')).toBe(false);
  });

  test.each(Object.entries(slow))('takes time linear in its length: %s', async (_, unit) => {
    const format = unit.startsWith('<') ? 'html' : 'markdown';
    await cpuMsOf(() => renderBody(filled(unit, 10_000), format));
    expect(await cpuMsOf(() => renderBody(filled(unit, 200_000), format))).toBeLessThan(500);
  });
});

import { describe, expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { mostRenderedBytes } from './limits.js';
import { renderBody } from './render-body.js';

const longestComment = 10_000;
const filled = (unit: string, length: number) => unit.repeat(Math.floor(length / unit.length));

/** A reference whose title is half the text, used as often as the other half has room for. */
const titleUsedOften = (letter: string, length = longestComment) => {
  const definition = `[a]: /x '${letter.repeat(length / 2 - 10)}'\n\n`;
  return definition + filled('[a]', length - definition.length);
};

/** Rows of one cell under a head of many: Markdown fills them up. */
const tableOfEmptyCells = (length = longestComment) => {
  const head = `${'|a'.repeat(length / 16)}|\n${'|-'.repeat(length / 16)}|\n`;
  return head + filled('|\n', length - head.length);
};

/** Each found by search or told elsewhere; `markdown` but for the first letter `<`. */
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
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(mostRenderedBytes(body));
    expect(html).toBe(renderBody(body, 'text'));
  });

  test.each(Object.entries(slow))('takes time as its length: %s', async (_, unit) => {
    const format = unit.startsWith('<') ? 'html' : 'markdown';
    await cpuMsOf(() => renderBody(filled(unit, 10_000), format));
    expect(await cpuMsOf(() => renderBody(filled(unit, 200_000), format))).toBeLessThan(500);
  });
});

import { expect, test } from '@jest/globals';
import { renderBody } from '#rendering/render-body.js';
import { cpuMsOf } from '#testing/cpu-time.js';
import { gloss, substitution } from '#testing/thesaurus-entries.js';
import { annotateHtml } from './annotate-html.js';
import { compileThesaurus } from './compile-thesaurus.js';
import { maxEntries } from './limits.js';
import { originalOf } from './marks.js';

const many = compileThesaurus(
  Array.from({ length: maxEntries }, (_, n) =>
    (n % 2 === 0 ? substitution : gloss)(`term${n} of ${n % 97}`, `name${n}`, { inflections: [`form${n}`] }),
  ),
);
const nested = compileThesaurus(
  Array.from({ length: 200 }, (_, n) => substitution('a'.repeat(n + 1), 'b', { wholeWords: false })),
);
const nearly = compileThesaurus([substitution(`${'a'.repeat(199)}b`, 'b', { wholeWords: false })]);
const chained = compileThesaurus(Array.from({ length: maxEntries }, (_, n) => gloss(`g${n}`, 'x')));

const pieceOf = (text: string) => () => text;

test.each([
  ['a term pasted often', many, pieceOf('term8 of 8 ')],
  ['terms, none as the other', many, (n: number) => `term${n} of ${n % 97}, form${n + 1} `],
  ['terms within terms', nested, pieceOf('aaaaaaaaaa')],
  ['nearly a long term', nearly, pieceOf('aaaaaaaaaa')],
  ['glosses in a chain', chained, (n: number) => `g${n}-`],
  ['one word', many, pieceOf('termterm')],
  ['hosts', many, pieceOf('a.bc')],
  ['a scheme that never comes', many, pieceOf('a+b.c-')],
  ['marks', many, pieceOf('e\u0301\u0301\u0301')],
  ['soft hyphens and white space', many, pieceOf('\u00ad \n')],
  ['an ampersand', many, pieceOf('&')],
  ['a tag', many, pieceOf('term8 of <b>8</b> ')],
  ['what looks like a mark', many, pieceOf('<span class="house" title="')],
] as const)('takes time linear in the length: %s', async (_, compiled, piece) => {
  const timeOf = (pieces: number) => {
    const html = `<p>${Array.from({ length: pieces }, (_each, n) => piece(n)).join('')}</p>`;
    return cpuMsOf(() => annotateHtml(html, compiled));
  };
  const few = Math.min(await timeOf(1_000), await timeOf(1_000), await timeOf(1_000));
  const ten = Math.min(await timeOf(10_000), await timeOf(10_000));
  // Below five milliseconds the collector's work, which comes at its own times, is larger than ours.
  expect(ten / Math.max(few, 5)).toBeLessThan(15);
});

test('a term pasted 10,000 times is taken back off byte for byte', () => {
  const html = renderBody('term8 of 8 '.repeat(10_000), 'text');
  const annotated = annotateHtml(html, many);
  expect(annotated).toContain('>name8<');
  expect(originalOf(annotated)).toBe(html);
});

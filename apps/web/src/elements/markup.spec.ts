import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, markupOf } from './address.js';
import type { Edit, Selected } from './edit.js';
import { prefix } from './prefix.js';
import { squish, squished } from './squish.js';
import { wrap } from './wrap.js';

/** A text with its selection in brackets, `[]` where nothing is selected. */
const selectedIn = (text: string): Selected => {
  const [before = '', inside = '', behind = ''] = text.split(/[⟦⟧]/);
  return { text: before + inside + behind, start: before.length, end: before.length + inside.length };
};
const after = ({ text }: Selected, { from, to, put, start, end }: Edit) => {
  const changed = text.slice(0, from) + put + text.slice(to);
  return `${changed.slice(0, start)}⟦${changed.slice(start, end)}⟧${changed.slice(end)}`;
};
const done = (text: string, edit: (selected: Selected) => Edit) => after(selectedIn(text), edit(selectedIn(text)));

describe('marks around words', () => {
  test.each([
    ['a ⟦b⟧ c', 'a **⟦b⟧** c'],
    ['a ⟦ b ⟧c', 'a  **⟦b⟧** c'],
    ['a ⟦⟧', 'a **⟦⟧**'],
    ['⟦- a\n\n> b⟧', '⟦- **a**\n\n> **b**⟧'],
    ['a **⟦b⟧** c', 'a ⟦b⟧ c'],
    ['a ⟦**b**⟧ c', 'a ⟦b⟧ c'],
    ['⟦**a**\n**b**⟧', '⟦a\nb⟧'],
    ['⟦**a**\nb⟧', '⟦**a**\n**b**⟧'],
    ['**⟦⟧**', '⟦⟧'],
    ['*⟦a⟧*', '***⟦a⟧***'],
  ])('bold: %j', (before, behind) => expect(done(before, (selected) => wrap(selected, '**'))).toBe(behind));

  test.each([
    ['**⟦a⟧**', '***⟦a⟧***'],
    ['***⟦a⟧***', '**⟦a⟧**'],
    ['⟦*a*⟧', '⟦a⟧'],
    ['⟦* a⟧', '* *⟦a⟧*'],
  ])('italic: %j', (before, behind) => expect(done(before, (selected) => wrap(selected, '*'))).toBe(behind));

  test('pressed twice they leave the text as it was', () => {
    const line = fc
      .array(fc.constantFrom('a', 'b c', ' ', 'é', '😀', '.'), { maxLength: 6 })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, line, (lines, before, behind) => {
        const selected = selectedIn(`${before}⟦${lines.join('\n')}⟧${behind}`);
        const once = selectedIn(after(selected, wrap(selected, '<u>', '</u>')));
        const twice = selectedIn(after(once, wrap(once, '<u>', '</u>')));
        expect(twice.text).toBe(selected.text);
      }),
    );
  });
});

describe('marks before lines', () => {
  test.each([
    ['a\nb⟦⟧', 'a\n- b⟦⟧'],
    ['⟦a\n\nb⟧', '⟦- a\n\n- b⟧'],
    ['a ⟦b\nc⟧ d', '⟦- a b\n- c d⟧'],
    ['⟦a\n⟧b', '⟦- a⟧\n\nb'],
    ['⟦- a\n- b⟧', '⟦a\nb⟧'],
    ['- ⟦⟧', '⟦⟧'],
    ['⟦⟧', '- ⟦⟧'],
  ])('bullet: %j', (before, behind) => expect(done(before, (selected) => prefix(selected, '- '))).toBe(behind));

  test.each([
    ['⟦a\n\nb⟧\nc', '⟦> a\n>\n> b⟧\n\nc'],
    ['⟦> a\n>\n> b⟧', '⟦a\n\nb⟧'],
    ['a⟦⟧\n> b', '> a⟦⟧\n> b'],
  ])('blockquote: %j', (before, behind) => expect(done(before, (selected) => prefix(selected, '> '))).toBe(behind));
});

describe('squish', () => {
  test.each([
    ['a\nb', 'a b'],
    ['  a   b \t c  ', 'a b c'],
    ['a\n\n\n \nb\nc', 'a\n\nb c'],
    ['- a\n  b\n- c\n1. d', '- a b\n- c\n1. d'],
    ['> a\n> b\n>\n> c\nd\ne', '> a b\n>\n> c\nd e'],
    ['> > a\n> b', '> > a\n> b'],
    ['\n\na\n', 'a'],
    ['', ''],
  ])('%j', (text, joined) => expect(squished(text)).toBe(joined));

  test('of what is selected, else of all', () => {
    expect(done('a\nb ⟦c\nd⟧', squish)).toBe('a\nb ⟦c d⟧');
    expect(done('a\nb⟦⟧\nc', squish)).toBe('a b c⟦⟧');
  });

  test('once squished, nothing is left to do', () => {
    const text = fc.array(fc.constantFrom('a', '\n', ' ', '> ', '- ', '1. ', '>', '*')).map((some) => some.join(''));
    fc.assert(fc.property(text, (written) => expect(squished(squished(written))).toBe(squished(written))));
  });
});

describe('an address', () => {
  test.each([
    ['https://a.example/b c', 'https://a.example/b%20c', 'https://a.example/b%20c'],
    [' a.example/(b) ', 'https://a.example/%28b%29', 'https://a.example/%28b%29'],
    ['http://a.example', 'http://a.example/', undefined],
    ['mailto:a@b.example', 'mailto:a@b.example', undefined],
    ['https://a.example/"><b>', 'https://a.example/%22%3E%3Cb%3E', 'https://a.example/%22%3E%3Cb%3E'],
    ['javascript:alert(1)', undefined, undefined],
    ['data:image/png,x', undefined, undefined],
    ['//a.example', undefined, undefined],
    ['/x', undefined, undefined],
    ['word', undefined, undefined],
    ['two words.', undefined, undefined],
    ['', undefined, undefined],
  ])('%j', (typed, link, picture) => {
    expect([addressOf(typed, 'link'), addressOf(typed, 'picture')]).toEqual([link, picture]);
  });

  test('stands in Markdown with its words', () => {
    expect(markupOf('link', 'https://a.example/', 'a ]\n[b\\')).toBe('[a \\] \\[b\\\\](https://a.example/)');
    expect(markupOf('link', 'https://a.example/', ' ')).toBe('[https://a.example/](https://a.example/)');
    expect(markupOf('foto', 'https://a.example/', 'b')).toBe('![b](https://a.example/ "foto")');
    expect(markupOf('photo', 'https://a.example/', 'b')).toBe('![b](https://a.example/)');
  });
});

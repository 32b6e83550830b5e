import { expect, test } from '@jest/globals';
import { gloss, substitution } from '#testing/thesaurus-entries.js';
import { annotateText } from './annotate-text.js';
import { compileThesaurus } from './compile-thesaurus.js';
import type { ThesaurusEntry } from './thesaurus-entry.js';

const shown = (text: string, ...entries: ThesaurusEntry[]) => annotateText(text, compileThesaurus(entries));

test('a title has house names and no asides', () => {
  const entries = [gloss('ferry', 'it floats'), substitution('The Lantern', 'The <Lampoon> & Co')];
  expect(shown('Ferry sinks, says The Lantern', ...entries)).toBe('Ferry sinks, says The <Lampoon> & Co');
});

test.each([
  ['keepers', 'the boys', 'keepers', 'the boys'],
  ['keepers', 'the boys', 'Keepers', 'The boys'],
  ['keepers', 'the boys', 'KEEPERS', 'THE BOYS'],
  ['keepers', '“the boys”', 'Keepers', '“The boys”'],
  ['Keepers', 'the boys', 'Keepers', 'the boys'],
  ['Keepers', 'the boys', 'KEEPERS', 'THE BOYS'],
  ['KPR', 'the boys', 'KPR', 'the boys'],
  ['keepers', 'iBoys', 'kEepers', 'iBoys'],
])('the case of an occurrence: %s is %s; %s is shown as %s', (term, name, occurrence, expected) => {
  expect(shown(`a ${occurrence} b`, substitution(term, name))).toBe(`a ${expected} b`);
});

test.each([
  ['Straße', 'STRASSE'],
  ['strasse', 'Straẞe'],
  ['café', 'Cafe\u0301'],
  ["al-Qa'im", 'al‑Qa’im'],
  ['Deir ez-Zur', 'Deir\u00a0ez–Zur'],
  ['Deir ez-Zur', 'Deir \n ez-Zur'],
  ['lantern', 'lan\u00adtern'],
  ['fish', 'ﬁsh'],
  ['ΟΔΟΣ', 'οδος'],
  ['ABC', 'ａｂｃ'],
  ['𐐀𐐁', '𐐨𐐩'],
])('%j is found as %j', (term, occurrence) => {
  expect(shown(`(${occurrence})`, substitution(term, '1'))).toBe('(1)');
});

test.each<[string, string, Partial<ThesaurusEntry>]>([
  ['istanbul', 'ıstanbul', {}],
  ['cafe', 'café', {}],
  ['cafe', 'cafe\u0301', {}],
  ['caf', 'café', {}],
  ['lantern', 'lanternés', {}],
  ['lantern', 'lantern2', {}],
  ['us', 'US', { caseSensitive: true }],
  ['e', 'e\u0301', { wholeWords: false }],
  ['f', 'ﬁ', { wholeWords: false }],
])('%j is not found in %j', (term, text, more) => {
  expect(shown(text, substitution(term, 'x', more))).toBe(text);
});

test.each([
  ["Lantern's, Lantern’s, Lantern'", "x's, x’s, x'"],
  ['❤️Lantern❤️ «Lantern»-Lantern', '❤️x❤️ «x»-x'],
  ['Lanterns', 'Lanterns'],
])('words end at an apostrophe or sign: %s', (text, expected) => {
  expect(shown(text, substitution('Lantern', 'x'))).toBe(expected);
});

test('a term may stand within a word where its entry says so', () => {
  expect(shown('sublanterns lantern', substitution('lantern', 'x', { wholeWords: false }))).toBe('subxs x');
});

test.each([
  ['Read it on the-lantern.example.', 'Read it on the-lantern.example.'],
  ['Mail lantern@a.example or a@lantern', 'Mail lantern@a.example or a@lantern'],
  ['(see lantern.example/lantern), lantern', '(see lantern.example/lantern), 1'],
  ['HTTPS://a.example/?lantern (lantern)', 'HTTPS://a.example/?lantern (1)'],
  ['no space.Lantern', 'no space.1'],
])('addresses are left alone: %s', (text, expected) => {
  expect(shown(text, substitution('lantern', '1'))).toBe(expected);
});

import { expect, test } from '@jest/globals';
import { gloss, substitution } from '#testing/thesaurus-entries.js';
import { compileThesaurus, formCharacters } from './compile-thesaurus.js';
import { conflictsOf } from './conflicts.js';
import type { ThesaurusEntry } from './thesaurus-entry.js';
import { maxEntries, maxFormCharacters } from './limits.js';

const ferry = substitution('ferry', 'tub', { entryId: 'first', inflections: ['the ferries'] });
const scope = { sectionId: 'sport' };

test.each<[string, Partial<ThesaurusEntry>]>([
  ['Ferry', {}],
  ['FERRY', { caseSensitive: true }],
  ['boat', { inflections: ['The  Ferries'] }],
])('two entries of a kind and scope with one form conflict: %s', (term, more) => {
  const conflicts = conflictsOf([ferry], substitution(term, 'yacht', more));
  expect(conflicts).toEqual([{ entryId: 'first', form: more.inflections?.[0] ?? term }]);
});

test('other terms, kinds and scopes do not conflict, nor an entry with its earlier self, nor two that differ in case', () => {
  expect(conflictsOf([ferry], substitution('ferr', 'yacht'))).toEqual([]);
  expect(conflictsOf([ferry], gloss('ferry', 'it floats'))).toEqual([]);
  expect(conflictsOf([ferry], substitution('ferry', 'yacht', { scope }))).toEqual([]);
  expect(conflictsOf([ferry], { ...ferry, text: 'yacht' })).toEqual([]);
  const small = substitution('us', 'ours', { caseSensitive: true });
  expect(conflictsOf([small], substitution('US', 'them', { caseSensitive: true }))).toEqual([]);
  expect(conflictsOf([small], substitution('us', 'them', { entryId: 'x', caseSensitive: true }))).toHaveLength(1);
  const ofSport = substitution('ferry', 'yacht', { scope });
  expect(conflictsOf([ofSport], substitution('Ferry', 'tub', { scope: { sectionId: 'council' } }))).toEqual([]);
  expect(conflictsOf([ofSport], substitution('Ferry', 'tub', { scope: { ...scope } }))).toHaveLength(1);
});

test('a thesaurus beyond its bounds is refused', () => {
  const many = Array.from({ length: maxEntries }, (_, n) => substitution(`t${n}`, 'x'));
  expect(() => compileThesaurus(many)).not.toThrow();
  expect(() => compileThesaurus([...many, ferry])).toThrow(RangeError);
  const long = (n: number) => substitution(`${n} `.padEnd(200, 'x'), 'x', { inflections: ['y'.repeat(100)] });
  const large = Array.from({ length: 7_000 }, (_, n) => long(n));
  expect(formCharacters(large)).toBeGreaterThan(maxFormCharacters);
  expect(() => compileThesaurus(large)).toThrow(RangeError);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseFoldedName } from './case-folded-name.js';

test.each([
  ['Tove', 'TOVE'],
  ['Zoe\u0301', 'Zo\u00e9'],
  ['ａｄａ', 'ada'],
  ['straße', 'STRASSE'],
  ['STRAẞE', 'strasse'],
  ['ﬁnn', 'Finn'],
  ['to\u200bve', 'tove'],
  ['to\u00adve\ufe0f', 'Tove'],
  ['ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύς'],
  ['a\u3000b', 'A B'],
  ['𝒯ove', 'tove'],
])('%j and %j are one name', (one, other) => expect(caseFoldedName(one)).toBe(caseFoldedName(other)));

test.each([
  ['tove', 'tovе'],
  ['tove', 'to ve'],
  ['tove', 'tove1'],
])('%j and %j are two', (one, other) => expect(caseFoldedName(one)).not.toBe(caseFoldedName(other)));

test('what is folded folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(caseFoldedName(caseFoldedName(name))).toBe(caseFoldedName(name));
    }),
  );
});

import { expect, test } from '@jest/globals';
import { searchWords } from './search-words.js';

test.each([
  ['Harbour BRIDGE', 'harbour bridge', 'harbour bridge'],
  ['"the  bridge" or boat', '"the bridge" or boat', 'the bridge or boat'],
  ['bridge -toll -"old toll"', 'bridge -toll -"old toll"', 'bridge'],
  ['well-known a_b x@y.example', '"well known" "a b" "x y example"', 'well known a b x y example'],
  [`' & | ! ( ) <-> :* \\`, '', ''],
  ['"never ended', '"never ended"', 'never ended'],
  ['-', '', ''],
])('%j', (typed, query, wanted) => {
  expect(searchWords(typed)).toEqual({ query, wanted });
});

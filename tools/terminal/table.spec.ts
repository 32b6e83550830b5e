import { expect, test } from '@jest/globals';
import { table } from './table.js';

test('columns are as wide as they need, and numbers are right-aligned', () => {
  const rows = [
    ['articles', 3],
    ['users', 12_345],
  ];
  expect(table(['service', 'waiting'], rows).text).toBe(
    ['service   waiting', 'articles        3', 'users      12,345'].join('\n'),
  );
});

test('a cell’s text cannot forge a row', () => {
  expect(table(['topic'], [['a\nb  9\u009b']]).text).toBe('topic\na\\u{a}b  9\\u{9b}');
});

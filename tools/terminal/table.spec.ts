import { expect, test } from '@jest/globals';
import { table } from './table.js';

test('columns are as wide as they need, and numbers stand to the right', () => {
  const rows = [
    ['articles', 3],
    ['users', 12_345],
  ];
  expect(table(['service', 'waiting'], rows)).toBe(
    ['service   waiting', 'articles        3', 'users      12,345'].join('\n'),
  );
});

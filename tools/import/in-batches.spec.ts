import { expect, test } from '@jest/globals';
import { inBatches } from './in-batches.js';

test('a batch ends at 500 items or 256 KiB', () => {
  const sizes = (items: unknown[]) => [...inBatches(items)].map((batch) => batch.length);
  expect(sizes(Array.from({ length: 1_001 }, () => 'x'))).toEqual([500, 500, 1]);
  expect(sizes(Array.from({ length: 3 }, () => 'x'.repeat(100_000)))).toEqual([2, 1]);
  expect(sizes(['x', 'x'.repeat(900_000), 'x'])).toEqual([1, 1, 1]);
  expect(sizes([])).toEqual([]);
});

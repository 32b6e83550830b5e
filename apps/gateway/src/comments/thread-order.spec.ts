import { describe, expect, test } from '@jest/globals';
import { inThreadOrder } from './in-thread-order.suite.js';

const comment = (id: number, parentId: number | null = null) => ({ id, parentId });
const shape = (comments: ReturnType<typeof comment>[]) =>
  inThreadOrder(comments).map((entry) => `${entry.depth}:${entry.comment.id}`);

describe('the order of a thread', () => {
  test('puts replies below the comment they answer, ordered by time', () => {
    expect(shape([comment(1), comment(2), comment(3, 1), comment(4, 3), comment(5, 1)])).toEqual([
      '0:1',
      '1:3',
      '2:4',
      '1:5',
      '0:2',
    ]);
  });

  test('shows a reply whose parent is missing', () => {
    expect(shape([comment(7, 6)])).toEqual(['0:7']);
  });

  test('handles a chain of 50,000 replies', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => comment(i + 1, i === 0 ? null : i));
    expect(inThreadOrder(chain).at(-1)?.depth).toBe(49_999);
  });
});

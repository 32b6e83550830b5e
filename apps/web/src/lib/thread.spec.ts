import { describe, expect, test } from '@jest/globals';
import type { Comment } from './answers.js';
import { flatThread, newOnes, shownUpTo, treeThread } from './thread.js';

const comment = (id: number, parentId: number | null = null, more: Partial<Comment> = {}): Comment => ({
  ...{
    id,
    parentId,
    body: `words of ${id}`,
    bodyHtml: `<p>words of ${id}</p>`,
    createdAt: `2026-11-26T10:00:0${id}.000Z`,
  },
  author: { id: `person-${id}`, username: `Name ${id}`, kind: 'guest' },
  ...more,
});
const nobody = { visitedUpTo: null, personId: undefined };
const shapeOf = (branch: ReturnType<typeof treeThread>): unknown[] =>
  branch.map(({ comment: { id }, replies }) => (replies.length > 0 ? [id, shapeOf(replies)] : id));

describe('a thread', () => {
  test('as a tree has each reply below what it answers, with the size of each branch', () => {
    const comments = [comment(1), comment(3, 1), comment(4, 3), comment(2), comment(5, 2)];
    const tree = treeThread({ comments }, nobody);
    expect(shapeOf(tree)).toEqual([
      [1, [[3, [4]]]],
      [2, [5]],
    ]);
    expect(tree.map(({ replyCount }) => replyCount)).toEqual([2, 1]);
    expect(tree[0]?.replies[0]?.answers).toBeUndefined();
  });

  test('shows a reply whose parent is on another page, with the parent’s first words', () => {
    const parents = [
      { id: 7, author: { id: 'p', username: 'Old Salt', kind: 'guest' as const }, excerpt: 'Forty years' },
    ];
    for (const shown of [treeThread, flatThread]) {
      const [one] = shown({ comments: [comment(8, 7)], parents }, nobody);
      expect(one?.answers).toMatchObject({ id: 7, excerpt: 'Forty years', author: { username: 'Old Salt' } });
    }
  });

  test('flat, says whom each reply answers', () => {
    const [, reply] = flatThread({ comments: [comment(1), comment(2, 1)] }, nobody);
    expect(reply?.answers).toMatchObject({ id: 1, excerpt: 'words of 1' });
  });

  test('marks what became visible after the last visit, but not one’s own', () => {
    const late = { shownAt: '2026-11-26T11:00:00.000Z' };
    const comments = [comment(1), comment(2, 1, late), comment(3, null, late)];
    const reader = { visitedUpTo: '2026-11-26T10:30:00.000Z', personId: 'person-3' };
    expect(newOnes(treeThread({ comments }, reader))).toEqual([2]);
    expect(newOnes(flatThread({ comments }, nobody))).toEqual([]);
    expect(shownUpTo({ comments })).toBe('2026-11-26T11:00:00.000Z');
    expect(shownUpTo({ comments: [] })).toBeUndefined();
  });

  test('of two hundred replies to each other is no deeper than the stack', () => {
    const chain = Array.from({ length: 200 }, (_, at) => comment(at + 1, at === 0 ? null : at));
    const tree = treeThread({ comments: chain }, nobody);
    expect(tree[0]?.replyCount).toBe(199);
  });
});

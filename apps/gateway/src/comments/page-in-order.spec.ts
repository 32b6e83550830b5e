import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageInOrder, type ReadSkeleton } from './page-in-order.js';
import { threadOrders, type ThreadOrder } from './thread-order.js';

interface Given {
  id: number;
  parentId: number | null;
}

const skeletonOf = (comments: Given[], hidden?: number): ReadSkeleton => ({
  ids: Float64Array.from(comments, ({ id }) => id),
  parents: Float64Array.from(comments, ({ parentId }) => parentId ?? 0),
  bytes: Uint32Array.from(comments, () => 1),
  hidden,
});

/** The order as one would say it, in quadratic time. */
function naive(comments: Given[], order: ThreadOrder): { id: number; depth?: number }[] {
  if (order === 'oldest') return comments.map(({ id }) => ({ id }));
  if (order === 'newest') return comments.map(({ id }) => ({ id })).reverse();
  const isIn = (id: number | null) => comments.some((comment) => comment.id === id);
  const below = ({ id }: Given, depth: number): { id: number; depth: number }[] => [
    { id, depth },
    ...comments.filter(({ parentId }) => parentId === id).flatMap((reply) => below(reply, depth + 1)),
  ];
  const roots = comments.filter(({ parentId }) => !isIn(parentId));
  return (order === 'tree' ? roots : roots.reverse()).flatMap((root) => below(root, 0));
}

/** Threads whose replies may be older than what they answer, as in archives, or answer what is not there. */
const threads = fc.array(fc.option(fc.nat({ max: 40 })), { maxLength: 40 }).chain((parents) =>
  fc
    .shuffledSubarray(
      parents.map((_, at) => at),
      { minLength: parents.length },
    )
    .map((times) => times.map((at) => ({ id: at + 1, parentId: parentOf(parents[at], at) }))),
);
/** No circle: a comment answers one that has a smaller id, or one that is nowhere. */
const parentOf = (parent: number | null | undefined, at: number) =>
  parent === null || parent === undefined || parent === 0 ? null : parent <= at ? parent : 1_000;

const walk = (thread: ReadSkeleton, order: ThreadOrder, limit: number) => {
  const pages = [];
  for (let after: string | undefined; ; after = String(pages.at(-1)?.comments.at(-1)?.id)) {
    const page = pageInOrder(thread, { order, limit, after });
    if (!page) throw new Error('no page');
    pages.push(page);
    if (page.isLast) return pages;
  }
};
const idsOf = (page: ReturnType<typeof pageInOrder>) => page?.comments.map(({ id }) => id);

describe.each(threadOrders)('pages of a thread, %s', (order) => {
  test('have each comment once, in the order and with the depth that a naive reading gives', () => {
    fc.assert(
      fc.property(threads, fc.integer({ min: 1, max: 10 }), (comments, limit) => {
        const read = walk(skeletonOf(comments), order, limit).flatMap((page) => page.comments);
        expect(read.map(({ id, depth }) => ({ id, depth }))).toEqual(
          naive(comments, order).map(({ id, depth }) => ({ id, depth })),
        );
      }),
    );
  });

  test('that contain a comment, or end in front of one, are those that are walked', () => {
    fc.assert(
      fc.property(threads, fc.integer({ min: 1, max: 10 }), (comments, limit) => {
        const thread = skeletonOf(comments);
        const pages = walk(thread, order, limit);
        for (const [index, page] of pages.entries()) {
          for (const { id } of page.comments) {
            const around = pageInOrder(thread, { order, limit, around: String(id) });
            expect(around).toEqual({ ...page, mustHave: page.comments.findIndex((comment) => comment.id === id) });
          }
          if (index > 0) {
            const before = pageInOrder(thread, { order, limit, before: String(page.comments[0]?.id) });
            expect(before).toEqual(pages[index - 1]);
          }
          expect([page.isFirst, page.isLast]).toEqual([index === 0, index === pages.length - 1]);
        }
      }),
    );
  });

  test('go on behind a comment that is no longer shown, whose place they keep', () => {
    const comments = [1, 2, 3, 4, 5].map((id) => ({ id, parentId: null }));
    const sorted = naive(comments, order).map(({ id }) => id);
    const thread = skeletonOf(comments, 3);
    const shown = sorted.filter((id) => id !== 3);
    expect(idsOf(pageInOrder(thread, { order, after: '3' }))).toEqual(shown.slice(2));
    expect(idsOf(pageInOrder(thread, { order, before: '3' }))).toEqual(shown.slice(0, 2));
    expect(idsOf(pageInOrder(thread, { order, around: '3', limit: 3 }))).toEqual(shown.slice(0, 3));
  });
});

test('replies to a comment that is not shown are roots, in whatever order they are asked for', () => {
  const comments = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
  ];
  const page = pageInOrder(skeletonOf(comments, 1), { order: 'tree', after: '1' });
  expect(page?.comments).toEqual([
    { id: 2, shownParentId: null, depth: 0, bytes: 1 },
    { id: 3, shownParentId: 2, depth: 1, bytes: 1 },
  ]);
});

test('there is no page beside a comment that is not in the thread, and an empty thread has an empty one', () => {
  const thread = skeletonOf([{ id: 1, parentId: null }]);
  expect(pageInOrder(thread, { around: '2' })).toBeUndefined();
  expect(pageInOrder(skeletonOf([]), { order: 'tree' })).toEqual({
    comments: [],
    mustHave: 0,
    isFirst: true,
    isLast: true,
  });
});

import { orderThread } from './thread-order.js';

/**
 * Comments with each reply below the comment it answers, and its depth (0: answers the article).
 * @param comments ordered by time; one whose parent is not among them has depth 0.
 */
export function inThreadOrder<Comment extends { id: number; parentId: number | null }>(
  comments: readonly Comment[],
): { comment: Comment; depth: number }[] {
  const ids = Float64Array.from(comments, ({ id }) => id);
  const parents = Float64Array.from(comments, ({ parentId }) => parentId ?? 0);
  const { places, depths } = orderThread({ ids, parents }, 'tree');
  return Array.from(places, (place, at) => ({ comment: comments[place] as Comment, depth: depths?.[at] ?? 0 }));
}

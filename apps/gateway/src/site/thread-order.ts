interface InThread {
  id: number;
  parentId: number | null;
}

/**
 * Comments with each reply below the comment it answers, and its depth (0: answers the article).
 * @param comments ordered by time; one whose parent is not among them has depth 0.
 */
export function inThreadOrder<Comment extends InThread>(
  comments: readonly Comment[],
): { comment: Comment; depth: number }[] {
  const ids = new Set(comments.map(({ id }) => id));
  const repliesTo = Map.groupBy(comments, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
  const ordered: { comment: Comment; depth: number }[] = [];
  // An explicit stack, because a thread may be deeper than the call stack.
  const waiting = (repliesTo.get(null) ?? []).toReversed().map((comment) => ({ comment, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    const depth = next.depth + 1;
    for (const comment of (repliesTo.get(next.comment.id) ?? []).toReversed()) waiting.push({ comment, depth });
  }
  return ordered;
}

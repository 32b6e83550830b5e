import { anchors, type PageOfThread } from './page-of-thread.js';
import { maxCommentsInAnswer } from './thread-limits.js';
import { orderThread, type ThreadSkeleton } from './thread-order.js';

/** A comment without its texts. */
export interface CommentInOrder {
  id: number;
  /** Null: it answers the article, or a comment that is not shown. */
  shownParentId: number | null;
  /** Undefined in an order that is flat. */
  depth: number | undefined;
  /** Bytes of its texts. */
  bytes: number;
}

export interface PageInOrder {
  comments: CommentInOrder[];
  /** The place on the page of the comment that must be on it, if the page has to be cut. */
  mustHave: number;
  isFirst: boolean;
  isLast: boolean;
}

/** What `readThreadSkeleton` gives. */
export interface ReadSkeleton extends ThreadSkeleton {
  bytes: Uint32Array;
  /** The comment of `after`, `before` or `around`, if it is not shown. */
  hidden?: number | undefined;
}

/** The comment beside which the page stands. */
export const anchorOf = (asked: PageOfThread) => {
  const by = anchors.find((each) => asked[each] !== undefined);
  return by && { by, id: Number(asked[by]) };
};

/** Cuts a page out of a thread. Undefined if the comment beside which it stands is not in the thread. */
export function pageInOrder(thread: ReadSkeleton, asked: PageOfThread): PageInOrder | undefined {
  const { order = 'oldest', limit = maxCommentsInAnswer } = asked;
  const { ids, parents, bytes, hidden } = thread;
  const { places, depths } = orderThread(thread, order, hidden);
  const anchor = anchorOf(asked);
  const at = anchor && places.findIndex((place) => ids[place] === anchor.id);
  if (at === -1) return undefined;
  const isHidden = hidden !== undefined;
  const { start, end } = rangeOf({ by: anchor?.by, at, isHidden, limit, total: places.length - Number(isHidden) });
  const commentAt = (position: number): CommentInOrder => {
    // The hidden comment is no position.
    const index = isHidden && at !== undefined && position >= at ? position + 1 : position;
    const place = places[index] ?? 0;
    const parent = parents[place] ?? 0;
    return {
      id: ids[place] ?? 0,
      shownParentId: parent === 0 ? null : parent,
      depth: depths?.[index],
      bytes: bytes[place] ?? 0,
    };
  };
  const comments = Array.from({ length: end - start }, (_, index) => commentAt(start + index));
  return {
    comments: withShownParents(comments, thread),
    mustHave: anchor?.by === 'around' && at !== undefined ? Math.min(at, end - 1) - start : 0,
    isFirst: start === 0,
    isLast: end === places.length - Number(isHidden),
  };
}

function withShownParents(comments: CommentInOrder[], { ids, hidden }: ReadSkeleton): CommentInOrder[] {
  const wanted = new Set(comments.map(({ shownParentId }) => shownParentId));
  const shown = new Set<number | null>(ids.filter((id) => id !== hidden && wanted.has(id)));
  return comments.map((comment) => (shown.has(comment.shownParentId) ? comment : { ...comment, shownParentId: null }));
}

interface Range {
  by: 'after' | 'before' | 'around' | undefined;
  /** The anchor's position; if it is hidden, that of the comment behind it. */
  at: number | undefined;
  isHidden: boolean;
  limit: number;
  total: number;
}

/** Positions from `start` up to `end`, without it. */
function rangeOf({ by, at = 0, isHidden, limit, total }: Range): { start: number; end: number } {
  if (by === 'before') return { start: Math.max(0, at - limit), end: at };
  const last = Math.max(0, Math.min(at, total - 1));
  const around = Math.floor(last / limit) * limit;
  const behind = isHidden ? at : at + 1;
  const start = by === undefined ? 0 : by === 'around' ? around : behind;
  return { start, end: Math.min(start + limit, total) };
}

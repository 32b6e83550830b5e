/** The orders in which a thread can be read. In the last two each reply is below the comment it answers. */
export const threadOrders = ['oldest', 'newest', 'tree', 'newest-tree'] as const;
export type ThreadOrder = (typeof threadOrders)[number];

/** The comments of a thread without their texts, ordered by time. Typed arrays: a long thread is some bytes a comment. */
export interface ThreadSkeleton {
  ids: Float64Array;
  /** Ids; 0: it answers the article. */
  parents: Float64Array;
}

export interface OrderedThread {
  /** Indices of the skeleton, in the order. */
  places: Uint32Array;
  /** The number of comments above each of `places`; undefined in the orders that are flat. */
  depths?: Uint32Array;
}

/**
 * Orders a thread in time linear in its length. In a tree siblings are ordered by time; a reply whose parent is not in
 * the skeleton is a root.
 * @param withoutReplies a comment that is not shown: it has a place, and its replies are roots.
 */
export function orderThread(skeleton: ThreadSkeleton, order: ThreadOrder, withoutReplies?: number): OrderedThread {
  const { length } = skeleton.ids;
  if (order === 'oldest') return { places: Uint32Array.from({ length }, (_, at) => at) };
  if (order === 'newest') return { places: Uint32Array.from({ length }, (_, at) => length - 1 - at) };
  const { first, next } = siblingsOf(skeleton, order === 'newest-tree', withoutReplies);
  const places = new Uint32Array(length);
  const depths = new Uint32Array(length);
  // An explicit stack, because a thread may be deeper than the call stack. It holds one sibling for each level above, so
  // its length is the depth.
  const waiting = [first[length] ?? none];
  for (let at = 0; waiting.length > 0;) {
    const place = waiting.pop() ?? none;
    if (place === none) continue;
    places[at] = place;
    depths[at] = waiting.length;
    at += 1;
    waiting.push(next[place] ?? none, first[place] ?? none);
  }
  return { places, depths };
}

const none = -1;

/** The first reply to each comment, the first root behind them, and the sibling after each comment; or `none`. */
function siblingsOf({ ids, parents }: ThreadSkeleton, newestRootFirst: boolean, withoutReplies?: number) {
  const { length } = ids;
  const first = new Int32Array(length + 1).fill(none);
  const next = new Int32Array(length).fill(none);
  const placeOf = new Map<number, number>();
  ids.forEach((id, place) => id !== withoutReplies && placeOf.set(id, place));
  const put = (place: number, parent: number) => {
    next[place] = first[parent] ?? none;
    first[parent] = place;
  };
  const parentOf = (place: number) => placeOf.get(parents[place] ?? 0) ?? length;
  // Each is put in front of its siblings, so the oldest comes first.
  for (let place = length - 1; place >= 0; place -= 1) {
    const parent = parentOf(place);
    if (parent !== length || !newestRootFirst) put(place, parent);
  }
  for (let place = 0; newestRootFirst && place < length; place += 1) {
    if (parentOf(place) === length) put(place, length);
  }
  return { first, next };
}

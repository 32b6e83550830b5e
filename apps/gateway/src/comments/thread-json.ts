import type { CommentInThread, CommentsAnswer, Parent } from './comment.answers.js';
import { presentTuple } from './present-comment.js';
import type { ThreadTuple } from './thread-tuple.js';

// JSON.stringify is faster here than the schema's serialiser. It is safe because `presentComment` sets the schema's
// fields only.
const present = (tuple: ThreadTuple, depths?: Depths): CommentInThread =>
  depths === undefined ? presentTuple(tuple) : { ...presentTuple(tuple), depth: depths.get(tuple[0]) ?? 0 };

/** The number of comments above each, by its id. */
export type Depths = ReadonlyMap<string, number>;

/** What an answer has beside the texts of its comments. */
export interface BesideTexts {
  /** In a tree. */
  depths?: Depths | undefined;
  /** Where they were asked for. */
  parents?: Parent[] | undefined;
  /** To an account: ISO 8601, or null. */
  visitedUpTo?: string | null | undefined;
}

/** The answer of the thread route, as JSON text. */
export const threadJson = (tuples: readonly ThreadTuple[], { depths, ...beside }: BesideTexts = {}): string =>
  JSON.stringify({ comments: tuples.map((tuple) => present(tuple, depths)), ...beside } satisfies CommentsAnswer);

/** The same for comments by their ids: the next portion is read when the one before was sent. */
export async function* threadJsonInPortions(
  portions: readonly string[][],
  read: (ids: string[]) => Promise<readonly ThreadTuple[]>,
  { depths, ...beside }: BesideTexts = {},
): AsyncGenerator<string> {
  let before = '{"comments":[';
  for (const ids of portions) {
    const comments = (await read(ids)).map((tuple) => JSON.stringify(present(tuple, depths)));
    if (comments.length === 0) continue;
    yield before + comments.join(',');
    before = ',';
  }
  const more = JSON.stringify(beside).slice(1);
  const end = more === '}' ? ']}' : `],${more}`;
  yield before === ',' ? end : before + end;
}

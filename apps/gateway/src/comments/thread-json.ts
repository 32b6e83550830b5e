import type { Comment, CommentsAnswer } from './comment.answers.js';
import { presentTuple } from './present-comment.js';
import type { ThreadTuple } from './thread-tuple.js';

// JSON.stringify is faster here than the schema's serialiser. It is safe because `presentComment` sets the schema's
// fields only.
const commentJson = (tuple: ThreadTuple): string => JSON.stringify(presentTuple(tuple) satisfies Comment);

/** The answer of the thread route, as JSON text. */
export const threadJson = (tuples: readonly ThreadTuple[]): string =>
  JSON.stringify({ comments: tuples.map(presentTuple) } satisfies CommentsAnswer);

/** The same for comments by their ids: the next portion is read when the one before was sent. */
export async function* threadJsonInPortions(
  portions: readonly string[][],
  read: (ids: string[]) => Promise<readonly ThreadTuple[]>,
): AsyncGenerator<string> {
  let before = '{"comments":[';
  for (const ids of portions) {
    const comments = (await read(ids)).map(commentJson);
    if (comments.length === 0) continue;
    yield before + comments.join(',');
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}

import { jsonOf } from '../answers/json-of.js';
import { Comment, CommentsAnswer } from './comment.answers.js';
import { presentTuple } from './present-comment.js';
import type { ThreadTuple } from './thread-tuple.js';

const writeThread = jsonOf(CommentsAnswer);
const writeComment = jsonOf(Comment);

/** The answer of the thread route as text. */
export const threadJson = (tuples: readonly ThreadTuple[]): string =>
  writeThread({ comments: tuples.map(presentTuple) });

/** The same, of comments by their ids: the next portion is read when the one before has gone out. */
export async function* threadJsonInPortions(
  portions: readonly string[][],
  read: (ids: string[]) => Promise<readonly ThreadTuple[]>,
): AsyncGenerator<string> {
  let before = '{"comments":[';
  for (const ids of portions) {
    const comments = (await read(ids)).map((tuple) => writeComment(presentTuple(tuple)));
    if (comments.length === 0) continue;
    yield before + comments.join(',');
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}

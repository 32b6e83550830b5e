import { mostBytesAtOnce } from '../answers/big-answers.js';
import { mostBytesInAnswer } from './thread-limits.js';

/** A comment and the bytes that it has as JSON. */
export interface Sized {
  id: string;
  bytes: number;
}

/**
 * Ids in groups of at most {@link mostBytesAtOnce} bytes together; a larger one stands alone.
 * @returns the groups, and the bytes of the largest.
 */
export function inPortions(comments: readonly Sized[]): { portions: string[][]; largest: number } {
  const portions: string[][] = [];
  let [bytes, largest] = [Infinity, 0];
  for (const comment of comments) {
    bytes += comment.bytes;
    if (bytes > mostBytesAtOnce) {
      portions.push([]);
      bytes = comment.bytes;
    }
    portions.at(-1)?.push(comment.id);
    largest = Math.max(largest, bytes);
  }
  return { portions, largest };
}

/** The first of the comments: `limit` at most, and of {@link mostBytesInAnswer} together; one at the least. */
export function cutPage(comments: readonly Sized[], limit: number): Sized[] {
  let bytes = 0;
  const end = comments.findIndex((comment, index) => {
    bytes += comment.bytes;
    return index === limit || (index > 0 && bytes > mostBytesInAnswer);
  });
  return comments.slice(0, end < 0 ? comments.length : end);
}

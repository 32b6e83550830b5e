import { maxBytesAtOnce } from '../answers/big-answers.js';
import { maxBytesInAnswer } from './thread-limits.js';

/** A comment and its size as JSON, in bytes. */
export interface Sized {
  id: string;
  bytes: number;
}

/**
 * Groups ids so that each group has at most {@link maxBytesAtOnce} bytes; a larger comment is a group of its own.
 * @returns the groups, and the bytes of the largest.
 */
export function inPortions(comments: readonly Sized[]): { portions: string[][]; largest: number } {
  const portions: string[][] = [];
  let [bytes, largest] = [Infinity, 0];
  for (const comment of comments) {
    bytes += comment.bytes;
    if (bytes > maxBytesAtOnce) {
      portions.push([]);
      bytes = comment.bytes;
    }
    portions.at(-1)?.push(comment.id);
    largest = Math.max(largest, bytes);
  }
  return { portions, largest };
}

/** The first comments: at most `limit`, and at most {@link maxBytesInAnswer} together; at least one. */
export function cutPage(comments: readonly Sized[], limit: number): Sized[] {
  let bytes = 0;
  const end = comments.findIndex((comment, index) => {
    bytes += comment.bytes;
    return index === limit || (index > 0 && bytes > maxBytesInAnswer);
  });
  return comments.slice(0, end < 0 ? comments.length : end);
}

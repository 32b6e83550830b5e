import { maxAddedBytes } from './limits.js';
import type { Stretch } from './stretch.js';

/** Puts something in the place of a stretch of the source; in front of it if the stretch is empty. */
export interface Edit extends Stretch {
  put: string;
}

/**
 * The source with edits, first by first, as many as `maxAddedBytes` allow; what is behind stays as it was.
 * @param edits by offset; none overlaps another.
 */
export function splice(source: string, edits: readonly Edit[]): string {
  let left = maxAddedBytes(source);
  let at = 0;
  const pieces: string[] = [];
  for (const { from, to, put } of edits) {
    left -= Math.max(0, Buffer.byteLength(put) - Buffer.byteLength(source.slice(from, to)));
    if (left < 0) break;
    pieces.push(source.slice(at, from), put);
    at = to;
  }
  return [...pieces, source.slice(at)].join('');
}

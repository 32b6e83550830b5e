import type { ThreadComment } from '#read-models/comment-thread/read-comment-thread.js';
import { presentComment } from './present-comment.js';

/** The answer of the thread route as text. */
export const threadJson = (rows: readonly ThreadComment[]): string =>
  JSON.stringify({ comments: rows.map(presentComment) });

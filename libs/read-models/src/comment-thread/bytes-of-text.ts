import type { CommentTextRow } from './comment-text.entity.js';

/** Bytes of UTF-8 that readers are sent of a text: the text as entered, and its HTML. */
export const bytesOfText = ({ body, bodyHtml }: Pick<CommentTextRow, 'body' | 'bodyHtml'>): number =>
  Buffer.byteLength(body) + Buffer.byteLength(bodyHtml);

import type { CommentTextRow } from './comment-text.entity.js';

/** Bytes of UTF-8 of what readers are sent of a text: as it was entered, and its HTML. */
export const bytesOfText = ({ body, bodyHtml }: Pick<CommentTextRow, 'body' | 'bodyHtml'>): number =>
  Buffer.byteLength(body) + Buffer.byteLength(bodyHtml);

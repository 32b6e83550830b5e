import type { CommentTextRow } from './comment-text.entity.js';

/** The text that replaces a deleted comment's: none of its author's words, nor their name. No renderer makes it anew. */
export const deletedComment = {
  renderer: 32_767,
  name: '',
  website: null,
  body: '',
  bodyHtml: '',
  format: 'text',
} as const satisfies Partial<CommentTextRow>;

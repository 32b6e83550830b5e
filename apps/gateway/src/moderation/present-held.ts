import type { HeldComment as HeldRow } from '#read-models/comment-thread/read-held-comments.js';
import type { HeldComment } from '../comments/comment.answers.js';
import { presentComment } from '../comments/present-comment.js';

/** A held comment as the API gives it. */
export const presentHeld = (row: HeldRow): HeldComment => ({
  ...presentComment({ ...row, held: true }),
  article: { slug: row.slug, title: row.title },
  heldBecause: row.heldBecause,
});

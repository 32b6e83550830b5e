import type { CommentEvent } from '#contracts/events.js';
import type { Handling } from '#projection/projection.js';

/** What the read models do with each type of a comment's stream. */
export const commentHandling = {
  CommentPosted: 'fold',
  CommentApproved: 'fold',
} as const satisfies Record<CommentEvent['type'], Handling>;

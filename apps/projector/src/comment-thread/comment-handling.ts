import type { CommentEvent } from '#contracts/events.js';
import type { Handling } from '#projection/projection.js';

/** How the read models handle each event type of a comment's stream. */
export const commentHandling = {
  CommentPosted: 'fold',
  CommentApproved: 'fold',
  CommentEdited: 'fold',
  CommentDeleted: 'fold',
} as const satisfies Record<CommentEvent['type'], Handling>;

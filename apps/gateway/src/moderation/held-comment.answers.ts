import { z } from 'zod';
import { HeldBecause } from '#contracts/comments/comment.events.js';
import type { HeldComment } from '#read-models/comment-thread/read-held-comments.js';
import { Comment } from '../comments/comment.answers.js';
import { presentComment } from '../comments/present-comment.js';

const Held = Comment.extend({
  article: z
    .object({ slug: z.string().nullable(), title: z.string().nullable() })
    .describe('null where it is not shown yet'),
  heldBecause: HeldBecause,
});

export const HeldCommentsAnswer = z.object({ comments: z.array(Held), commentsCount: z.int() });

/** A comment that waits for a moderator, as the API gives it. */
export const presentHeld = (row: HeldComment): z.infer<typeof Held> => ({
  ...presentComment({ ...row, held: true }),
  article: { slug: row.slug, title: row.title },
  heldBecause: row.heldBecause,
});

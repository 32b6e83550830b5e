import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { eventData } from '../event-data.js';
import { Sealed } from '../sealed.js';

export const CommentAuthor = z.object({
  personId: z.uuid(),
  kind: z.enum(['guest', 'account']),
  name: Sealed.describe('the name it was posted under'),
  website: Sealed.optional(),
  address: Sealed.optional().describe('network address, of an import'),
});

export const CommentPosted = eventData({
  commentId: z.int().positive(),
  articleId: z.uuid(),
  parentId: z.int().positive().nullable(),
  author: CommentAuthor,
  body: Sealed,
  format: BodyFormat,
  facts: z
    .object({ codePoints: z.int(), links: z.int() })
    .describe('derived, in clear, for analytics; survives erasure'),
});

/** The comment is not shown until a moderator has seen it. */
export const CommentHeld = eventData({
  commentId: z.int().positive(),
  articleId: z.uuid(),
  reason: z.enum(['author-premoderated', 'address-premoderated']),
});

/** A held comment is shown from now on. */
export const CommentApproved = eventData({ commentId: z.int().positive(), articleId: z.uuid() });

export const commentEvents = { CommentPosted, CommentHeld, CommentApproved };

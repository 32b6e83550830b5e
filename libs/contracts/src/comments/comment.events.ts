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

/** Why a comment is not shown before a moderator has seen it. */
export const HeldBecause = z.enum(['author-premoderated', 'address-premoderated']);
export type HeldBecause = z.infer<typeof HeldBecause>;

export const CommentPosted = eventData({
  commentId: z.int().positive(),
  articleId: z.uuid(),
  parentId: z.int().positive().nullable(),
  author: CommentAuthor,
  body: Sealed,
  format: BodyFormat,
  heldBecause: HeldBecause.optional().describe('held from its first moment on: not to be shown before it is approved'),
  facts: z
    .object({ codePoints: z.int(), links: z.int() })
    .describe('derived, in clear, for analytics; survives erasure'),
});

/** A held comment is shown from now on. */
export const CommentApproved = eventData({ commentId: z.int().positive(), articleId: z.uuid() });

export const commentEvents = { CommentPosted, CommentApproved };

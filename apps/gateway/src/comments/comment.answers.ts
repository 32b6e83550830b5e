import { z } from 'zod';
import { BodyFormat } from '#contracts/body-format.js';
import { DeletedBy, HeldBecause } from '#contracts/comments/comment.events.js';

export const CommentAuthor = z.object({
  username: z.string(),
  bio: z.string().nullable(),
  image: z.string().nullable(),
  following: z.boolean(),
  kind: z.enum(['guest', 'account']),
  id: z.uuid(),
  website: z.string().optional(),
  mark: z.string().optional().describe('of a guest: tells two of one name apart'),
  role: z.enum(['editor', 'moderator', 'admin']).optional().describe('of the staff, now: the highest'),
});

export const Comment = z.object({
  id: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional().describe('when its author changed it last'),
  editableUntil: z.iso.datetime().optional().describe('to its author, where they have just written it'),
  deleted: DeletedBy.optional().describe('who took it away; it stands without text and author where it was answered'),
  body: z.string().describe('as entered'),
  bodyHtml: z.string().describe('sanitised'),
  format: BodyFormat,
  parentId: z.int().nullable().describe('the comment this replies to'),
  author: CommentAuthor,
  shownAt: z.iso.datetime().nullable().describe('when it became visible; null while it is held'),
  held: z.literal(true).optional().describe('not shown until a moderator has seen it'),
});

export const CommentInThread = Comment.extend({
  depth: z.int().optional().describe('in a tree: the number of comments above it'),
});

/** A comment that is answered on a page and is not on it. */
export const Parent = Comment.pick({ id: true }).extend({
  author: CommentAuthor.pick({ username: true, kind: true, id: true, mark: true }),
  excerpt: z.string().describe('the first characters of its text, without markup'),
});

/** A comment that waits for a moderator. */
export const HeldComment = Comment.extend({
  article: z
    .object({ slug: z.string().nullable(), title: z.string().nullable() })
    .describe('null where it is not shown yet'),
  heldBecause: HeldBecause,
});

/** A comment in its author's export. */
export const OwnComment = Comment.pick({ id: true, parentId: true, body: true, format: true }).extend({
  postedAt: Comment.shape.createdAt,
  name: z.string().describe('the name it was posted under'),
  website: z.string().nullable(),
  imported: z.boolean(),
  held: z.boolean().describe('shown to nobody else until a moderator has seen it'),
  deleted: z.boolean().describe('taken away; only moderators still read it'),
  article: z.object({ id: z.uuid(), slug: z.string().nullable(), title: z.string().nullable() }),
});

export const CommentAnswer = z.object({ comment: Comment });
export const CommentsAnswer = z.object({
  comments: z.array(CommentInThread),
  parents: z
    .array(Parent)
    .optional()
    .describe('with `parents=true`: comments that are answered here and stand elsewhere'),
  visitedUpTo: z.iso
    .datetime()
    .nullable()
    .optional()
    .describe('to an account: up to when it has seen the thread; null before its first visit'),
});
export const HeldCommentsAnswer = z.object({ comments: z.array(HeldComment), commentsCount: z.int() });

/** To moderators: what a comment has said. */
export const CommentRevisionsAnswer = z.object({
  revisions: z.array(
    Comment.pick({ body: true, bodyHtml: true, format: true }).extend({
      version: z.int(),
      at: z.iso.datetime(),
      name: z.string().describe('the name it was posted under'),
    }),
  ),
  deleted: z.object({ by: DeletedBy, at: z.iso.datetime() }).nullable().describe('null: it was not taken away'),
});

export type Comment = z.infer<typeof Comment>;
export type CommentInThread = z.infer<typeof CommentInThread>;
export type Parent = z.infer<typeof Parent>;
export type CommentsAnswer = z.infer<typeof CommentsAnswer>;
export type HeldComment = z.infer<typeof HeldComment>;
export type OwnComment = z.infer<typeof OwnComment>;

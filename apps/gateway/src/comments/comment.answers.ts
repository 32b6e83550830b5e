import { BodyFormat } from '#contracts/body-format.js';
import { z } from 'zod';

export const CommentAuthor = z.object({
  username: z.string(),
  bio: z.string().nullable(),
  image: z.string().nullable(),
  following: z.boolean(),
  kind: z.enum(['guest', 'account']),
  id: z.uuid(),
  website: z.string().optional(),
  mark: z.string().optional().describe('of a guest: tells two of one name apart'),
});

export const Comment = z.object({
  id: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  body: z.string().describe('as entered'),
  bodyHtml: z.string().describe('sanitised'),
  format: BodyFormat,
  parentId: z.int().nullable(),
  author: CommentAuthor,
  held: z.literal(true).optional().describe('not shown until a moderator has seen it'),
});

export const CommentAnswer = z.object({ comment: Comment });
export const CommentsAnswer = z.object({ comments: z.array(Comment) });

export type Comment = z.infer<typeof Comment>;

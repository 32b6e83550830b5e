import { z } from 'zod';
import { Comment, CommentAuthor } from '../comments/comment.answers.js';

export const Commenter = z.object({
  id: z.uuid().describe('the account’s, if a guest was asked for who is linked to one'),
  kind: CommentAuthor.shape.kind,
  username: z.string().describe('the name they comment under now'),
  mark: CommentAuthor.shape.mark,
  bio: z.string().nullable().describe('null also while they comment under a nick'),
  image: z.string().nullable().describe('as it was entered; null also while they comment under a nick'),
  website: CommentAuthor.shape.website,
  role: CommentAuthor.shape.role,
  commentCount: z.int().describe('shown ones'),
});

export const CommentOfCommenter = Comment.extend({
  article: z.object({ slug: z.string(), title: z.string() }),
});

export const CommenterAnswer = z.object({ commenter: Commenter });
export const CommenterCommentsAnswer = z.object({ comments: z.array(CommentOfCommenter) });

export type Commenter = z.infer<typeof Commenter>;
export type CommentOfCommenter = z.infer<typeof CommentOfCommenter>;

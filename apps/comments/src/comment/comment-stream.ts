import type { StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { Comment } from './comment.decider.js';

/** The stream of a comment; by its first event it is kept in order with its article. */
export const commentStream = (commentId: number): StreamOf<Comment> => ({
  stream: `comment-${commentId}`,
  topic: topics.comments.name,
  ownerOf: (comment) => (comment.kind === 'unposted' ? undefined : comment.authorId),
});

/** The stream that a comment begins, whose number was drawn for it. */
export const newCommentStream = (commentId: number, articleId: string): StreamOf<Comment> => ({
  ...commentStream(commentId),
  key: articleId,
  isNew: true,
});

import type { StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { Comment } from './comment.decider.js';

/** The stream of a comment; its first event's key, the article, keeps it in order with that article. */
export const commentStream = (commentId: number): StreamOf<Comment> => ({
  stream: `comment-${commentId}`,
  topic: topics.comments.name,
  ownerOf: (comment) => (comment.kind === 'unposted' ? undefined : comment.authorId),
});

/** The new stream of a comment whose number was just drawn. */
export const newCommentStream = (commentId: number, articleId: string): StreamOf<Comment> => ({
  ...commentStream(commentId),
  key: articleId,
  isNew: true,
});

import type { Projection } from '#projection/projection.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';
import type { BatchContext } from '../batch-context.js';
import { textOfComment } from './text-of-comment.js';

/** The texts of comments, one row for each text, from the comments topic. */
export const commentText: Projection<CommentTextRow, BatchContext> = {
  name: 'comment-text',
  rowIds: ({ type, data, version }) => (type === 'CommentPosted' ? [`${data.commentId}/${version}`] : []),
  evolve: (_row, event, _id, context) => (event.type === 'CommentPosted' ? textOfComment(event, context) : undefined),
  save: saveCommentTexts,
};

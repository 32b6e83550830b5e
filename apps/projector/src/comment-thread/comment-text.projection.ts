import type { OpenedOf } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';
import { shownBody, type BatchContext } from '../batch-context.js';

/** What comments say, a row for each text, from the comments topic. */
export const commentText: Projection<CommentTextRow, BatchContext> = {
  name: 'comment-text',
  touches: ({ type, data, version }) => (type === 'CommentPosted' ? [`${data.commentId}/${version}`] : []),
  evolve: (_row, event, _id, context) => (event.type === 'CommentPosted' ? posted(event, context) : undefined),
  save: saveCommentTexts,
};

function posted(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentTextRow {
  const { version } = event;
  const { commentId, author, format } = event.data;
  const { name, website = null } = author;
  if (name === erased || website === erased) return { commentId, version, ...erasedComment };
  return { commentId, version, name, website, format, ...shownBody(context, event) };
}

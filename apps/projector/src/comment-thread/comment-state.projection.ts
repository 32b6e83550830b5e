import type { OpenedOf } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentStateRow } from '#read-models/comment-thread/comment-state.entity.js';
import { loadCommentStates } from '#read-models/comment-thread/load-comment-states.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { bytesOfText } from '#read-models/comment-thread/bytes-of-text.js';
import type { BatchContext } from '../batch-context.js';
import { commentOf, isPosted } from './comment-of.js';
import { textOfComment } from './text-of-comment.js';

/** The present state of each comment, from the comments topic. */
export const commentState: Projection<CommentStateRow, BatchContext> = {
  name: 'comment-state',
  rowIds: commentOf,
  begins: isPosted,
  load: loadCommentStates,
  evolve: (row, event, _id, context) => {
    switch (event.type) {
      case 'CommentPosted':
        return posted(event, context);
      case 'CommentApproved':
        return row && { ...row, shown: true, heldBecause: null };
      default:
        return undefined;
    }
  },
  save: saveCommentStates,
};

function posted(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentStateRow {
  const { data, occurredAt, version } = event;
  const { commentId, articleId, parentId, author, heldBecause = null, provenance } = data;
  const { personId, kind } = author;
  return {
    ...{ commentId, articleId, parentId, personId, kind, version, heldBecause },
    postedAt: occurredAt,
    imported: provenance !== undefined,
    shown: heldBecause === null,
    bytes: bytesOfText(textOfComment(event, context)),
  };
}

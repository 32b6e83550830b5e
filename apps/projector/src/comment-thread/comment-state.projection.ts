import type { OpenedOf } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentStateRow } from '#read-models/comment-thread/comment-state.entity.js';
import { loadCommentStates } from '#read-models/comment-thread/load-comment-states.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { commentOf, isPosted } from './comment-of.js';

/** How each comment stands now, from the comments topic. */
export const commentState: Projection<CommentStateRow> = {
  name: 'comment-state',
  touches: commentOf,
  begins: isPosted,
  load: loadCommentStates,
  evolve: (row, event) => {
    switch (event.type) {
      case 'CommentPosted':
        return posted(event);
      case 'CommentApproved':
        return row && { ...row, shown: true, heldBecause: null };
      default:
        return undefined;
    }
  },
  save: saveCommentStates,
};

function posted({ data, occurredAt, version }: OpenedOf<'CommentPosted'>): CommentStateRow {
  const { commentId, articleId, parentId, author, heldBecause = null, provenance } = data;
  const { personId, kind } = author;
  return {
    ...{ commentId, articleId, parentId, personId, kind, version, heldBecause },
    postedAt: occurredAt,
    imported: provenance !== undefined,
    shown: heldBecause === null,
  };
}

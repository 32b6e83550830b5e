import type { OpenedOf } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import { loadCommentStates, type CommentStateNow } from '#read-models/comment-thread/load-comment-states.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { bytesOfText } from '#read-models/comment-thread/bytes-of-text.js';
import type { BatchContext } from '../batch-context.js';
import { commentOf, isPosted } from './comment-of.js';
import { textOfComment } from './text-of-comment.js';
import { tookEffect } from './took-effect.js';

/** The present state of each comment, from the comments topic. */
export const commentState: Projection<CommentStateNow, BatchContext> = {
  name: 'comment-state',
  rowIds: commentOf,
  begins: isPosted,
  load: loadCommentStates,
  evolve: (row, event, _id, context) => {
    switch (event.type) {
      case 'CommentPosted':
        return posted(event, context);
      case 'CommentApproved':
        return row && approved(row, tookEffect(event));
      default:
        return undefined;
    }
  },
  save: saveCommentStates,
};

function posted(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentStateNow {
  const { data, occurredAt, version } = event;
  const { commentId, articleId, parentId, author, heldBecause = null, provenance } = data;
  const { personId, kind } = author;
  const since = tookEffect(event);
  return {
    ...{ commentId, articleId, parentId, personId, kind, version, heldBecause },
    postedAt: occurredAt,
    imported: provenance !== undefined,
    shown: heldBecause === null,
    shownSince: heldBecause === null ? since : null,
    since,
    bytes: bytesOfText(textOfComment(event, context)),
  };
}

/** The clocks of two services differ, so it is never shown before it was held: see `after-change.ts`. */
function approved(row: CommentStateNow, time: string): CommentStateNow {
  if (row.shown) return row;
  const since = time > row.since ? time : row.since;
  return { ...row, shown: true, shownSince: since, since, heldBecause: null };
}

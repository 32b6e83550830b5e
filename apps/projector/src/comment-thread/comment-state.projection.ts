import type { OpenedOf } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import { loadCommentStates, type CommentStateNow } from '#read-models/comment-thread/load-comment-states.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { deletedComment } from '#read-models/comment-thread/deleted-comment.js';
import { bytesOfText } from '#read-models/comment-thread/bytes-of-text.js';
import type { BatchContext } from '../batch-context.js';
import { commentOf, isPosted } from './comment-of.js';
import { textOfComment, textOfEdit } from './text-of-comment.js';
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
      case 'CommentEdited':
        return row && edited(row, event, context);
      case 'CommentDeleted':
        return row && deleted(row, event);
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
    deleted: false,
    shownSince: heldBecause === null ? since : null,
    since,
    bytes: bytesOfText(textOfComment(event, context)),
  };
}

const later = (time: string, than: string) => (time > than ? time : than);

function edited(row: CommentStateNow, event: OpenedOf<'CommentEdited'>, context: BatchContext): CommentStateNow {
  const { version, data } = event;
  const { heldBecause = null } = data;
  const since = later(tookEffect(event), row.since);
  return {
    ...{ ...row, version, since, heldBecause, bytes: bytesOfText(textOfEdit(event, context)) },
    shown: heldBecause === null,
    shownSince: heldBecause === null ? row.shownSince : null,
  };
}

/** Whether it stands in its thread without its text is decided by its replies, when it is saved. */
function deleted(row: CommentStateNow, event: OpenedOf<'CommentDeleted'>): CommentStateNow {
  const since = later(tookEffect(event), row.since);
  const gone = { deleted: true, shown: false, shownSince: null, heldBecause: null };
  return { ...row, ...gone, version: event.version, since, bytes: bytesOfText(deletedComment) };
}

/** The clocks of two services differ, so it is never shown before it was held: see `after-change.ts`. */
function approved(row: CommentStateNow, time: string): CommentStateNow {
  if (row.shown) return row;
  const since = later(time, row.since);
  return { ...row, shown: true, shownSince: since, since, heldBecause: null };
}

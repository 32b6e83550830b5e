import type { CommentEvent, OpenedOf } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import { inOneGo } from '#postgres/in-one-go.js';
import type { Handling, Projection } from '#projection/projection.js';
import type { CommentThreadRow } from '#read-models/comment-thread/comment-thread.entity.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { saveComments } from '#read-models/comment-thread/save-comments.js';
import { saveCommentChanges, type CommentChange } from '#read-models/comment-thread/save-comment-changes.js';
import { shownBody, type BatchContext } from '../batch-context.js';

/** What the read models do with each type of a comment's stream. */
export const commentHandling = {
  CommentPosted: 'fold',
  CommentApproved: 'fold',
} as const satisfies Record<CommentEvent['type'], Handling>;

/**
 * The comments of a thread, from the comments topic. A row that was stored before is not loaded to be changed, for the rest
 * of it may be scrubbed meanwhile: of such a comment the change is all that is known, and all that is written.
 */
export const commentThread: Projection<CommentThreadRow | CommentChange, BatchContext> = {
  name: 'comment-thread',
  touches: ({ data }) => ('commentId' in data ? [String(data.commentId)] : []),
  evolve: (row, event, _id, context) => {
    switch (event.type) {
      case 'CommentPosted':
        return posted(event, context);
      case 'CommentApproved':
        return { ...(row ?? { commentId: event.data.commentId }), heldBecause: null };
      default:
        return undefined;
    }
  },
  save: async (client, rows) => {
    const isWhole = (row: CommentThreadRow | CommentChange): row is CommentThreadRow => 'articleId' in row;
    const [comments, changes] = [rows.filter(isWhole), rows.filter((row) => !isWhole(row))];
    await inOneGo([
      comments.length > 0 && saveComments(client, comments),
      changes.length > 0 && saveCommentChanges(client, changes),
    ]);
  },
};

function posted(event: OpenedOf<'CommentPosted'>, context: BatchContext): CommentThreadRow {
  const { commentId, articleId, parentId, author, format, heldBecause, provenance } = event.data;
  const { personId, kind, name, website = null } = author;
  const imported = provenance !== undefined;
  const place = {
    ...{ commentId, articleId, parentId, personId, kind, postedAt: event.occurredAt, imported },
    heldBecause: heldBecause ?? null,
  };
  if (name === erased || website === erased) return { ...place, ...erasedComment };
  return { ...place, name, website, format, ...shownBody(context, event) };
}

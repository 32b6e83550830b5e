import type { BroadsideEvent } from '#contracts/events.js';
import { open } from '#keyring/open.js';
import { inOneGo } from '#postgres/in-one-go.js';
import type { Projection } from '#projection/projection.js';
import type { CommentThreadRow } from '#read-models/comment-thread/comment-thread.entity.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { saveComments } from '#read-models/comment-thread/save-comments.js';
import { saveHolds, type Hold } from '#read-models/comment-thread/save-holds.js';
import { shownBody, type BatchContext } from '../batch-context.js';

/**
 * The comments of a thread, from the comments topic. A row that was stored before is not loaded to be approved,
 * for its text may be scrubbed meanwhile: of such a comment this is all that is known, and all that is written.
 */
export const commentThread: Projection<CommentThreadRow | Hold, BatchContext> = {
  name: 'comment-thread',
  touches: (event) => {
    switch (event.type) {
      case 'CommentPosted':
      case 'CommentApproved':
        return [String(event.data.commentId)];
      default:
        return [];
    }
  },
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
    const isWhole = (row: CommentThreadRow | Hold): row is CommentThreadRow => 'body' in row;
    const [comments, holds] = [rows.filter(isWhole), rows.filter((row) => !isWhole(row))];
    await inOneGo([
      comments.length > 0 && saveComments(client, comments),
      holds.length > 0 && saveHolds(client, holds),
    ]);
  },
};

function posted(event: Extract<BroadsideEvent, { type: 'CommentPosted' }>, context: BatchContext): CommentThreadRow {
  const { commentId, articleId, parentId, author, format, heldBecause, provenance } = event.data;
  const { personId, kind } = author;
  const key = context.keys.get(personId);
  const imported = provenance !== undefined;
  const place = {
    ...{ commentId, articleId, parentId, personId, kind, postedAt: event.occurredAt, imported },
    heldBecause: heldBecause ?? null,
  };
  if (!key) return { ...place, ...erasedComment };
  const name = open(key, event.id, 'name', author.name);
  const website = author.website ? open(key, event.id, 'website', author.website) : null;
  return { ...place, name, website, format, ...shownBody(context, event) };
}

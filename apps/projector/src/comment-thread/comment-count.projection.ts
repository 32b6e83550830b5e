import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentCountRow } from '#read-models/comment-thread/comment-count.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { saveCommentCounts } from '#read-models/comment-thread/save-comment-counts.js';

/** The article of which a comment is shown from an event on. */
function shownUnder(event: BroadsideEvent): string[] {
  if (event.type === 'CommentApproved') return [event.data.articleId];
  return event.type === 'CommentPosted' && event.data.heldBecause === undefined ? [event.data.articleId] : [];
}

/** How many comments each article shows, and when the last came, from the comments topic. */
export const commentCount: Projection<CommentCountRow> = {
  name: 'comment-count',
  touches: shownUnder,
  load: loadCommentCounts,
  evolve: (row, { occurredAt }, articleId) => ({
    articleId,
    count: (row?.count ?? 0) + 1,
    lastPostedAt: row && row.lastPostedAt > occurredAt ? row.lastPostedAt : occurredAt,
  }),
  save: saveCommentCounts,
};

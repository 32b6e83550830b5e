import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentCountRow } from '#read-models/comment-thread/comment-count.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { saveCommentCounts } from '#read-models/comment-thread/save-comment-counts.js';

/** The article under which an event begins to show a comment. */
function shownUnder(event: BroadsideEvent): string[] {
  if (event.type === 'CommentApproved') return [event.data.articleId];
  return event.type === 'CommentPosted' && event.data.heldBecause === undefined ? [event.data.articleId] : [];
}

/** The number of shown comments of each article, and the time of the last, from the comments topic. */
export const commentCount: Projection<CommentCountRow> = {
  name: 'comment-count',
  rowIds: shownUnder,
  load: loadCommentCounts,
  evolve: (row, { occurredAt }, articleId) => ({
    articleId,
    count: (row?.count ?? 0) + 1,
    lastPostedAt: row && row.lastPostedAt > occurredAt ? row.lastPostedAt : occurredAt,
  }),
  save: saveCommentCounts,
};

import type { BroadsideEvent, OpenedEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { CommentCountRow } from '#read-models/comment-thread/comment-count.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { saveCommentCounts } from '#read-models/comment-thread/save-comment-counts.js';

/** By how many an event changes the number of comments that readers see of an article. */
function change(event: BroadsideEvent | OpenedEvent): -1 | 0 | 1 {
  switch (event.type) {
    case 'CommentPosted':
      return event.data.heldBecause === undefined ? 1 : 0;
    case 'CommentApproved':
      return 1;
    case 'CommentEdited':
      return event.data.wasShown && event.data.heldBecause !== undefined ? -1 : 0;
    case 'CommentDeleted':
      return event.data.wasShown ? -1 : 0;
    default:
      return 0;
  }
}

/** The number of shown comments of each article, and the time of the last, from the comments topic. */
export const commentCount: Projection<CommentCountRow> = {
  name: 'comment-count',
  rowIds: (event) => (change(event) !== 0 && 'articleId' in event.data ? [event.data.articleId] : []),
  load: loadCommentCounts,
  evolve: (row, event, articleId) => {
    const by = change(event);
    const { occurredAt } = event;
    const isLater = by > 0 && (row === undefined || row.lastPostedAt <= occurredAt);
    return { articleId, count: (row?.count ?? 0) + by, lastPostedAt: isLater || !row ? occurredAt : row.lastPostedAt };
  },
  save: saveCommentCounts,
};

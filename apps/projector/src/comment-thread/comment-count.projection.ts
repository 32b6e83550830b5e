import type { Projection } from '#projection/projection.js';
import type { CommentCountRow } from '#read-models/comment-thread/comment-count.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { saveCommentCounts } from '#read-models/comment-thread/save-comment-counts.js';

/** How many comments each article shows, from the comments topic. */
export const commentCount: Projection<CommentCountRow> = {
  name: 'comment-count',
  touches: (event) => (event.type === 'CommentPosted' ? [event.data.articleId] : []),
  load: loadCommentCounts,
  evolve: (row, { occurredAt }, articleId) => ({
    articleId,
    count: (row?.count ?? 0) + 1,
    lastPostedAt: row && row.lastPostedAt > occurredAt ? row.lastPostedAt : occurredAt,
  }),
  save: saveCommentCounts,
};

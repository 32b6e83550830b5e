import type { Projection } from '#projection/projection.js';
import type { CommentCountRow } from '#read-models/comment-thread/comment-count.entity.js';
import { loadCommentCounts } from '#read-models/comment-thread/load-comment-counts.js';
import { saveCommentCounts } from '#read-models/comment-thread/save-comment-counts.js';

/** What each event adds to what is shown; a comment counts as soon as it is posted, until it is held. */
const shown = { CommentPosted: 1, CommentHeld: -1, CommentApproved: 1 };

/** How many comments each article shows, and when somebody last wrote one, from the comments topic. */
export const commentCount: Projection<CommentCountRow> = {
  name: 'comment-count',
  touches: (event) => (Object.hasOwn(shown, event.type) && 'commentId' in event.data ? [event.data.articleId] : []),
  load: loadCommentCounts,
  evolve: (row, { type, occurredAt }, articleId) => {
    const count = (row?.count ?? 0) + shown[type as keyof typeof shown];
    // Being held or approved is no writing, and the time of what was written before a held one is not kept.
    if (row && (type !== 'CommentPosted' || row.lastPostedAt > occurredAt)) return { ...row, count };
    return { articleId, count, lastPostedAt: occurredAt };
  },
  save: saveCommentCounts,
};

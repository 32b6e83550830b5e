import type { ThreadComment } from '#read-models/comment-thread/read-comment-thread.js';
import type { Comment } from './comment.answers.js';
import { guestMark } from './guest-mark.js';

const webAddress = /^https?:\/\//i;

/** A comment as the API gives it. An archive's website is given only where it is one. */
export const presentComment = (row: ThreadComment): Comment => ({
  id: row.commentId,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  body: row.body,
  bodyHtml: row.bodyHtml,
  format: row.format,
  parentId: row.parentId,
  author: {
    username: row.name,
    bio: null,
    image: null,
    following: false,
    kind: row.kind,
    id: row.personId,
    ...(row.website !== null && webAddress.test(row.website) && { website: row.website }),
    ...(row.kind === 'guest' && { mark: guestMark(row.personId) }),
  },
});

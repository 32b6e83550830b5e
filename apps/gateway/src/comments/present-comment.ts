import type { ThreadComment } from '#read-models/comment-thread/thread-comment.sql.js';
import type { Comment } from './comment.answers.js';
import { guestMark } from './guest-mark.js';

/** What a browser may be sent to. */
export const webAddress = /^https?:\/\//i;

/**
 * A comment as the API gives it; an archive's website only where it is one. What it has not is undefined rather than
 * left out: objects of one shape are written several times as fast, and JSON leaves it out all the same.
 */
export function presentComment(row: ThreadComment & { held?: boolean; following?: boolean }): Comment {
  const createdAt = row.createdAt.toISOString();
  const { personId, kind, website } = row;
  return {
    id: row.commentId,
    createdAt,
    updatedAt: row.updatedAt === row.createdAt ? createdAt : row.updatedAt.toISOString(),
    body: row.body,
    bodyHtml: row.bodyHtml,
    format: row.format,
    parentId: row.parentId,
    author: {
      username: row.name,
      bio: null,
      image: null,
      following: row.following ?? false,
      kind,
      id: personId,
      website: website !== null && webAddress.test(website) ? website : undefined,
      mark: kind === 'guest' ? guestMark(personId) : undefined,
    },
    held: row.held ? true : undefined,
  };
}

import type { BodyFormat } from '#contracts/body-format.js';
import type { ThreadComment } from '#read-models/comment-thread/thread-comment.sql.js';
import type { Comment } from './comment.answers.js';
import { guestMark } from './guest-mark.js';
import type { ThreadTuple } from './thread-tuple.js';

/** Addresses that a browser may safely follow. */
export const webAddress = /^https?:\/\//i;

/** A website as it is shown: only if it is a web address. */
export const shownWebsite = (website: string | null): string | undefined =>
  website !== null && webAddress.test(website) ? website : undefined;

/** A comment as the API gives it; an archive's website only if it is a web address. */
export function presentComment(row: ThreadComment & { held?: boolean; following?: boolean }): Comment {
  const { personId, kind, website } = row;
  const createdAt = row.createdAt.toISOString();
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
      website: shownWebsite(website),
      mark: kind === 'guest' ? guestMark(personId) : undefined,
      role: row.role ?? undefined,
    },
    shownAt: row.shownAt && row.shownAt.toISOString(),
    held: row.held ? true : undefined,
  };
}

/** The same for a comment of a thread. */
export function presentTuple(tuple: ThreadTuple): Comment {
  const [id, parentId, personId, kind, name, website, body, bodyHtml, format, at, following, role, shownAt] = tuple;
  const createdAt = new Date(Number(at));
  return presentComment({
    commentId: Number(id),
    parentId: parentId === null ? null : Number(parentId),
    personId,
    kind,
    name,
    role,
    website,
    body,
    bodyHtml,
    format: format as BodyFormat,
    createdAt,
    updatedAt: createdAt,
    shownAt: new Date(Number(shownAt)),
    following: following === 'true',
  });
}

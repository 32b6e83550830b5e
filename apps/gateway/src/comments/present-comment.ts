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
  const createdAt = row.createdAt.toISOString();
  return {
    id: row.commentId,
    createdAt,
    updatedAt: row.updatedAt === row.createdAt ? createdAt : row.updatedAt.toISOString(),
    body: row.body,
    bodyHtml: row.bodyHtml,
    format: row.format,
    parentId: row.parentId,
    author: row.deletedBy === null ? presentAuthor(row) : nobody,
    shownAt: row.shownAt && row.shownAt.toISOString(),
    editedAt: row.editedAt?.toISOString(),
    deleted: row.deletedBy ?? undefined,
    held: row.held ? true : undefined,
  };
}

const presentAuthor = (row: ThreadComment & { following?: boolean }): Comment['author'] => ({
  username: row.name,
  bio: null,
  image: null,
  following: row.following ?? false,
  kind: row.kind,
  id: row.personId,
  website: shownWebsite(row.website),
  mark: row.kind === 'guest' ? guestMark(row.personId) : undefined,
  role: row.role ?? undefined,
});

/** The author of what was taken away: readers are not told who it was. */
export const nobody: Comment['author'] = {
  ...{ username: '[deleted]', bio: null, image: null, following: false },
  ...{ kind: 'guest', id: '00000000-0000-0000-0000-000000000000' },
};

/** The same for a comment of a thread. */
export function presentTuple(tuple: ThreadTuple): Comment {
  const [id, parentId, personId, kind, name, website, body, bodyHtml, format, at, following, role, ...more] = tuple;
  const [shownAt, editedAt, deletedBy] = more;
  const createdAt = new Date(Number(at));
  const changedAt = editedAt === null ? null : new Date(Number(editedAt));
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
    updatedAt: changedAt ?? createdAt,
    editedAt: changedAt,
    deletedBy,
    shownAt: deletedBy === null ? new Date(Number(shownAt)) : null,
    following: following === 'true',
  });
}

import type { BodyFormat } from '#contracts/body-format.js';
import type { DeletedBy } from '#contracts/comments/comment.events.js';
import type { StaffRole } from '../commenter/staff-role.sql.js';
import { authorSql, type CommentNames } from './author.sql.js';

export interface ThreadComment {
  commentId: number;
  parentId: number | null;
  personId: string;
  kind: 'guest' | 'account';
  name: string;
  /** Of the account now, if it is the staff's. */
  role: StaffRole | null;
  website: string | null;
  body: string;
  bodyHtml: string;
  format: BodyFormat;
  createdAt: Date;
  updatedAt: Date;
  /** When its text was changed last; null: never. */
  editedAt: Date | null;
  /** Not null: it was taken away, and stands where it was answered. */
  deletedBy: DeletedBy | null;
  /** When it became visible; null: it is held. */
  shownAt: Date | null;
}

/**
 * Columns of `currentComments AS comment` and the joins beside it. Numbers are float8, because pg parses those as
 * numbers; they are exact far beyond any comment's number.
 */
export function threadSql(names: CommentNames): { columns: string; joins: string } {
  const { joins, id, kind, name, role } = authorSql(names);
  const columns = `
  comment.comment_id::float8 AS "commentId", comment.parent_id::float8 AS "parentId", ${id} AS "personId",
  ${kind} AS kind, ${name} AS name, ${role} AS role, comment.website, comment.body, comment.body_html AS "bodyHtml", comment.format,
  comment.posted_at AS "createdAt", comment.edited_at AS "editedAt", comment.deleted_by AS "deletedBy",
  CASE WHEN comment.shown AND NOT comment.deleted THEN coalesce(comment.shown_since, comment.posted_at) END AS "shownAt"`;
  return { columns, joins };
}

export type ThreadRow = Omit<ThreadComment, 'updatedAt'>;

export const toThreadComment = (row: ThreadRow): ThreadComment => ({
  ...row,
  updatedAt: row.editedAt ?? row.createdAt,
});

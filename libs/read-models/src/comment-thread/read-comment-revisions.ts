import type { BodyFormat } from '#contracts/body-format.js';
import type { DeletedBy } from '#contracts/comments/comment.events.js';
import type { Queryable } from '#postgres/shared-connection.js';

export interface CommentRevision {
  version: number;
  at: Date;
  name: string;
  body: string;
  bodyHtml: string;
  format: BodyFormat;
  /** Not null: the comment was taken away then, and this is no text. */
  deletedBy: DeletedBy | null;
}

const sql = `
SELECT written.version, written.name, written.body, written.body_html AS "bodyHtml", written.format,
       written.deleted_by AS "deletedBy",
       coalesce(written.edited_at, CASE WHEN written.deleted_by IS NULL THEN state.posted_at ELSE (
         SELECT "from" FROM comment_shown WHERE comment_id = $1 AND until IS NULL) END) AS at
FROM comment_state AS state JOIN comment_text AS written USING (comment_id)
WHERE comment_id = $1 ORDER BY written.version`;

/** Every text that a comment has had, the first first, and its deletion; none if there is no such comment. */
export async function readCommentRevisions(connection: Queryable, commentId: number): Promise<CommentRevision[]> {
  const query = { name: 'read-comment-revisions', text: sql, values: [commentId] };
  return (await connection.query<CommentRevision>(query)).rows;
}

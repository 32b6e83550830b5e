import { articleBySlug } from '#read-models/article-page/article-by-slug.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT comment.posted_at::text AS "postedAt", comment.comment_id AS "commentId"
FROM comment_state AS comment JOIN ${articleBySlug('$2')} AS page USING (article_id)
WHERE comment.comment_id = $1`;

/**
 * The position of a comment in the thread of an article, even if it is no longer shown; undefined if it is not in the
 * thread.
 */
export async function findCommentPosition(
  connection: Queryable,
  commentId: string,
  slug: string,
): Promise<{ postedAt: string; commentId: string } | undefined> {
  const query = { name: 'find-comment-position', text: sql, values: [commentId, slug] };
  return (await connection.query<{ postedAt: string; commentId: string }>(query)).rows[0];
}

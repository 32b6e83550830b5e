import type { Pool } from 'pg';
import { isWithdrawn } from '../withdrawn-article/is-withdrawn.sql.js';

/** A shown comment without its text, and its article. */
export interface ShownComment {
  /** Digits: a bigint. */
  id: string;
  /** Of its text. */
  bytes: number;
  /** Null while the article is not projected. */
  slug: string | null;
  title: string | null;
}

/** The position in the order: time, and number. */
export interface CommentPosition {
  postedAt: string;
  commentId: string;
}

export const beforeAllComments: CommentPosition = { postedAt: 'infinity', commentId: '0' };

/** A person and the guests linked to them: `$1`. */
export const personWithGuests = `(SELECT $1::uuid AS person_id UNION ALL SELECT person_id FROM commenter WHERE linked_to = $1)`;

const sql = `
SELECT comment.comment_id AS id, comment.bytes, page.slug, page.title
FROM (SELECT written.* FROM ${personWithGuests} AS one
      CROSS JOIN LATERAL (SELECT * FROM comment_state AS comment WHERE comment.person_id = one.person_id
                          AND shown AND NOT deleted
                          AND NOT ${isWithdrawn('comment.article_id')}
                          AND (posted_at, comment_id) < ($2::timestamptz, $3::bigint)
                          ORDER BY posted_at DESC, comment_id DESC LIMIT $4) AS written
      ORDER BY posted_at DESC, comment_id DESC LIMIT $4) AS comment
LEFT JOIN article_page AS page USING (article_id)
ORDER BY comment.posted_at DESC, comment.comment_id DESC`;

/** The shown comments of a person and of the guests linked to them, newest first, behind a position. */
export async function readShownCommentsOf(
  pool: Pool,
  personId: string,
  { behind, most }: { behind: CommentPosition; most: number },
): Promise<ShownComment[]> {
  const values = [personId, behind.postedAt, behind.commentId, most];
  return (await pool.query<ShownComment>({ name: 'read-shown-comments-of', text: sql, values })).rows;
}

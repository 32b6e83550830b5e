import type { Pool } from 'pg';

// The reader's own comments, and those of guests linked to the reader, are no news.
const sql = `
SELECT visit.article_id AS "articleId", (
  SELECT count(*)::int FROM comment_state AS comment
  WHERE comment.article_id = visit.article_id AND comment.shown AND comment.shown_since > visit.up_to
    AND comment.person_id <> visit.person_id
    AND NOT EXISTS (SELECT FROM commenter AS guest
                    WHERE guest.person_id = comment.person_id AND guest.linked_to = visit.person_id)
) AS count
FROM thread_visit AS visit WHERE visit.person_id = $1 AND visit.article_id = ANY($2::uuid[])`;

/** How many comments are new to an account, by article; only of articles whose threads it has visited. */
export async function countNewComments(
  pool: Pool,
  personId: string,
  articleIds: string[],
): Promise<Map<string, number>> {
  const query = { name: 'count-new-comments', text: sql, values: [personId, articleIds] };
  const { rows } = await pool.query<{ articleId: string; count: number }>(query);
  return new Map(rows.map(({ articleId, count }) => [articleId, count]));
}

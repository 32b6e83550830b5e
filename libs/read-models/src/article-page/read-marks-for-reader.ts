import type { Pool } from 'pg';

/** What of an article is an account's own. */
export interface MarksForReader {
  favorited: boolean;
  /** Its author. */
  following: boolean;
  /** Comments shown since it visited the thread, but its own and those of guests linked to it. Null: it never has. */
  newCount: number | null;
}

const sql = `
SELECT page.article_id AS "articleId",
  EXISTS (SELECT FROM favorite WHERE favorite.article_id = page.article_id AND favorite.person_id = $1) AS favorited,
  EXISTS (SELECT FROM following WHERE follower_id = $1 AND followed_id = page.author_id AND follows) AS following,
  (SELECT (
    SELECT count(*)::int FROM comment_state AS comment
    WHERE comment.article_id = visit.article_id AND comment.shown AND comment.shown_since > visit.up_to
      AND comment.person_id <> visit.person_id
      AND NOT EXISTS (SELECT FROM commenter AS guest
                      WHERE guest.person_id = comment.person_id AND guest.linked_to = visit.person_id)
   ) FROM thread_visit AS visit WHERE visit.article_id = page.article_id AND visit.person_id = $1) AS "newCount"
FROM article_page AS page WHERE page.article_id = ANY($2::uuid[])`;

/** What of these articles is an account's own, by their ids. */
export async function readMarksForReader(
  pool: Pool,
  readerId: string,
  articleIds: string[],
): Promise<Map<string, MarksForReader>> {
  const query = { name: 'read-marks-for-reader', text: sql, values: [readerId, articleIds] };
  const { rows } = await pool.query<MarksForReader & { articleId: string }>(query);
  return new Map(rows.map(({ articleId, ...marks }) => [articleId, marks]));
}

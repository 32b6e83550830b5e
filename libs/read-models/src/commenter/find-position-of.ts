import type { Pool } from 'pg';
import { personWithGuests, type CommentPosition } from './read-shown-comments-of.js';

const sql = `
SELECT posted_at::text AS "postedAt", comment_id AS "commentId"
FROM comment_state JOIN ${personWithGuests} AS one USING (person_id) WHERE comment_id = $2`;

/** The position of a comment, even if it is no longer shown; undefined if it is not theirs. */
export async function findPositionOf(
  pool: Pool,
  personId: string,
  commentId: string,
): Promise<CommentPosition | undefined> {
  const query = { name: 'find-position-of', text: sql, values: [personId, commentId] };
  return (await pool.query<CommentPosition>(query)).rows[0];
}

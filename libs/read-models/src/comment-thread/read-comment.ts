import type { Pool } from 'pg';
import { threadColumns, toThreadComment, type ThreadComment, type ThreadRow } from './read-comment-thread.js';

const sql = `SELECT ${threadColumns}, comment.held_because IS NOT NULL AS held
FROM read_v1.comment_thread AS comment WHERE comment.comment_id = $1`;

/** One comment by its number, whether it is shown or held. */
export async function readComment(
  pool: Pool,
  commentId: number,
): Promise<(ThreadComment & { held: boolean }) | undefined> {
  const query = { name: 'read-comment', text: sql, values: [commentId] };
  const { rows } = await pool.query<ThreadRow & { held: boolean }>(query);
  const [row] = rows;
  return row && { ...toThreadComment(row), held: row.held };
}

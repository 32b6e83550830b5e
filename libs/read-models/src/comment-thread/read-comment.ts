import type { Pool } from 'pg';
import { threadColumns, toThreadComment, type ThreadComment, type ThreadRow } from './read-comment-thread.js';

const sql = `SELECT ${threadColumns} FROM read_v1.comment_thread AS comment WHERE comment.comment_id = $1`;

/** One comment by its number. */
export async function readComment(pool: Pool, commentId: number): Promise<ThreadComment | undefined> {
  const { rows } = await pool.query<ThreadRow>({ name: 'read-comment', text: sql, values: [commentId] });
  return rows[0] && toThreadComment(rows[0]);
}

import type { Pool } from 'pg';

const sql = `DELETE FROM password_resets WHERE id = $1`;

/** Deletes a request for an e-mail that no account has. */
export async function deleteRequest(pool: Pool, id: string): Promise<void> {
  await pool.query(sql, [id]);
}

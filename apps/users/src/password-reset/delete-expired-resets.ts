import type { Pool } from 'pg';

const sql = `DELETE FROM password_resets WHERE expires_at < now()`;

/** Deletes the links that work no more. */
export async function deleteExpiredResets(pool: Pool): Promise<void> {
  await pool.query(sql);
}

import type { Pool } from 'pg';

const sql = `UPDATE password_resets SET mail_due_at = NULL WHERE id = $1`;

/** Notes that the mail of a link is not to be sent again. */
export async function noteMailed(pool: Pool, id: string): Promise<void> {
  await pool.query(sql, [id]);
}

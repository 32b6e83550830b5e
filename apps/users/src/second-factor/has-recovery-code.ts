import type { Pool } from 'pg';

const sql = `SELECT FROM recovery_codes WHERE person_id = $1 AND hash = $2`;

/** Whether an unused recovery code has this keyed hash. */
export async function hasRecoveryCode(pool: Pool, personId: string, hash: string): Promise<boolean> {
  return (await pool.query(sql, [personId, hash])).rowCount === 1;
}

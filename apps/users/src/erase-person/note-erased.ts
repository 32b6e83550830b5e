import type { Pool } from 'pg';

const sql = `UPDATE erasures SET erased_at = now() WHERE person_id = $1 AND erased_at IS NULL`;

/** Records that an erasure is finished; until then all its steps are repeated. */
export async function noteErased(pool: Pool, personId: string): Promise<void> {
  await pool.query(sql, [personId]);
}

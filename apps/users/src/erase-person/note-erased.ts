import type { Pool } from 'pg';

const sql = `UPDATE erasures SET erased_at = now() WHERE person_id = $1 AND erased_at IS NULL`;

/** All of an erasure is done; until this is noted, all of it is done again. */
export async function noteErased(pool: Pool, personId: string): Promise<void> {
  await pool.query(sql, [personId]);
}

import type { Pool } from 'pg';

const sql = `SELECT person_id FROM erasures WHERE erased_at IS NOT NULL`;

/** Everyone whose erasure is finished. */
export async function findErased(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ person_id: string }>(sql);
  return rows.map(({ person_id }) => person_id);
}

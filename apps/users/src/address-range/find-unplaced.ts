import type { Pool } from 'pg';

const sql = `
SELECT person_id FROM reservations
WHERE kind = 'address-range' AND NOT EXISTS (SELECT FROM address_range_networks WHERE range_id = person_id)`;

/** The ranges without a stored network. */
export async function findUnplaced(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ person_id: string }>(sql);
  return rows.map(({ person_id }) => person_id);
}

import type { Pool } from 'pg';

const sql = `
SELECT person_id FROM erasures WHERE erased_at IS NULL AND due_at <= now()
ORDER BY due_at LIMIT 100`;

/** People who are due for erasure, the longest due first; up to 100. */
export async function findDueErasures(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ person_id: string }>({ name: 'find-due-erasures', text: sql });
  return rows.map(({ person_id }) => person_id);
}

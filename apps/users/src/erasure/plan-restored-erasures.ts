import type { Pool } from 'pg';

const sql = `
INSERT INTO erasures (person_id, due_at) SELECT person_id, now() FROM unnest($1::uuid[]) AS erased (person_id)
ON CONFLICT (person_id) DO UPDATE SET due_at = now() WHERE erasures.erased_at IS NULL AND erasures.due_at > now()`;

/** Plans the erasure of everyone whose key is destroyed: a restored database may not know of it. */
export async function planRestoredErasures(pool: Pool, erased: string[]): Promise<void> {
  await pool.query(sql, [erased]);
}

import type { ClientBase } from 'pg';

// Waits for a first code that is being taken, and keeps one from being taken until the transaction ends.
const sql = `SELECT confirmed_at IS NULL AS waits FROM second_factors WHERE person_id = $1 FOR SHARE`;

/** Whether an account may sign in by its password alone, until the transaction ends. */
export async function needsNoCode(client: ClientBase, personId: string): Promise<boolean> {
  const { rows } = await client.query<{ waits: boolean }>(sql, [personId]);
  return rows[0]?.waits ?? true;
}

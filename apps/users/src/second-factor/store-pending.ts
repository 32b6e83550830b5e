import type { ClientBase } from 'pg';

const sql = `
INSERT INTO second_factors (person_id, sealed) VALUES ($1, $2)
ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed WHERE second_factors.confirmed_at IS NULL`;

/** Stores a secret that waits for its first code, in place of one that waited before. @returns false if one is in use. */
export async function storePending(client: ClientBase, personId: string, sealed: string): Promise<boolean> {
  return (await client.query(sql, [personId, sealed])).rowCount === 1;
}

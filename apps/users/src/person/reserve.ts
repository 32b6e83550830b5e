import type { ClientBase } from 'pg';

// The insert waits for an uncommitted transaction with the same value. A released value stays its holder's for a while.
const sql = `
INSERT INTO reservations (kind, hash, person_id) VALUES ($1, $2, $3)
ON CONFLICT (kind, hash) DO UPDATE SET person_id = excluded.person_id, released_at = NULL
WHERE reservations.person_id = excluded.person_id OR reservations.released_at < now() - interval '90 days'`;

/** Reserves a value for a person, who may hold it already. @returns false if another holds it. */
export async function reserve(client: ClientBase, kind: string, hash: string, personId: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [kind, hash, personId]);
  return rowCount === 1;
}

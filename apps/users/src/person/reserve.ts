import type { ClientBase } from 'pg';

const sql = `INSERT INTO reservations (kind, hash, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

/** Takes a value for a person. @returns false when another holds it. */
export async function reserve(client: ClientBase, kind: string, hash: string, personId: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [kind, hash, personId]);
  return rowCount === 1;
}

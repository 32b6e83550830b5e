import type { ClientBase } from 'pg';

const sql = `DELETE FROM reservations WHERE kind = $1 AND hash = $2 AND person_id = $3`;

/** Frees a value that the person holds; anybody can take it at once. */
export async function free(client: ClientBase, kind: string, hash: string, personId: string): Promise<void> {
  await client.query(sql, [kind, hash, personId]);
}

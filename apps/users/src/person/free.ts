import type { ClientBase } from 'pg';

const sql = `DELETE FROM reservations WHERE kind = $1 AND hash = $2 AND person_id = $3`;

/** Gives up a value that the person holds; anybody can take it from now on. */
export async function free(client: ClientBase, kind: string, hash: string, personId: string): Promise<void> {
  await client.query(sql, [kind, hash, personId]);
}

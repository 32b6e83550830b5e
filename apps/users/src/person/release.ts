import type { ClientBase } from 'pg';

const sql = `UPDATE reservations SET released_at = now() WHERE kind = $1 AND hash = $2 AND person_id = $3`;

/** Releases a name: nobody else can take it for 90 days, so that nobody is mistaken for its last holder. */
export async function release(client: ClientBase, kind: string, hash: string, personId: string): Promise<void> {
  await client.query(sql, [kind, hash, personId]);
}

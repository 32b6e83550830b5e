import type { ClientBase } from 'pg';

const sql = `DELETE FROM erasures WHERE person_id = $1`;

/** Deletes a planned erasure. Waits for one that is running. */
export async function dropErasure(client: ClientBase, personId: string): Promise<void> {
  await client.query(sql, [personId]);
}

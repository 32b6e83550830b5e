import type { ClientBase } from 'pg';

const sql = `DELETE FROM erasures WHERE person_id = $1`;

/** A person is to be erased no more. Waits for an erasure that has begun. */
export async function dropErasure(client: ClientBase, personId: string): Promise<void> {
  await client.query(sql, [personId]);
}

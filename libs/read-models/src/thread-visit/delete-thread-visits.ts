import type { ClientBase } from 'pg';

const sql = `DELETE FROM thread_visit WHERE person_id = ANY($1::uuid[])`;

/** Deletes what these people have seen. */
export async function deleteThreadVisits(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-thread-visits', text: sql, values: [personIds] });
}

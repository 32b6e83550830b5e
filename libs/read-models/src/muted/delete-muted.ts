import type { ClientBase } from 'pg';

const sql = `DELETE FROM muted WHERE person_id = ANY($1::uuid[])`;

/** Deletes what these people mute. That others mute them stays: it says an id, and nobody any more. */
export async function deleteMuted(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-muted', text: sql, values: [personIds] });
}

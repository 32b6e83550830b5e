import type { ClientBase } from 'pg';

const sql = `DELETE FROM favorite WHERE person_id = ANY($1::uuid[])`;

/** Deletes the favourites of these people. */
export async function deleteFavorites(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-favorites', text: sql, values: [personIds] });
}

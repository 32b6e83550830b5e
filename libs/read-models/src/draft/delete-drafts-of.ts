import type { ClientBase } from 'pg';

const sql = `DELETE FROM draft WHERE author_id = ANY($1::uuid[])`;

/** Deletes the drafts of these people. */
export async function deleteDraftsOf(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-drafts-of', text: sql, values: [personIds] });
}

import type { ClientBase } from 'pg';

const sql = `DELETE FROM draft WHERE article_id = ANY($1::uuid[])`;

/** Deletes drafts that were published or discarded. */
export async function deleteDrafts(client: ClientBase, articleIds: string[]): Promise<void> {
  await client.query({ name: 'delete-drafts', text: sql, values: [articleIds] });
}

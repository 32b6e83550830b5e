import type { ClientBase } from 'pg';

const sql = `
DELETE FROM following WHERE follower_id = ANY($1::uuid[]) OR followed_id = ANY($1::uuid[])`;

/** Deletes whom these people follow, and who follows them. */
export async function deleteFollowings(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-followings', text: sql, values: [personIds] });
}

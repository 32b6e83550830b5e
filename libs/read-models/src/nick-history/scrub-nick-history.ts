import type { ClientBase } from 'pg';

const sql = `DELETE FROM nick_history WHERE person_id = ANY($1::uuid[])`;

/** Deletes all names of these people. */
export async function scrubNickHistory(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'scrub-nick-history', text: sql, values: [personIds] });
}

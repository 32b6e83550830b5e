import type { ClientBase } from 'pg';

const sql = `DELETE FROM second_factors WHERE person_id = $1`;

/** Deletes an account's second factor, with its recovery codes. */
export async function deleteSecondFactor(client: ClientBase, personId: string): Promise<void> {
  await client.query(sql, [personId]);
}

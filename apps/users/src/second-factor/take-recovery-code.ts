import type { ClientBase } from 'pg';

const sql = `DELETE FROM recovery_codes WHERE person_id = $1 AND hash = $2`;

/** Uses up a recovery code, by its keyed hash. @returns false if it is unknown, or was used. */
export async function takeRecoveryCode(client: ClientBase, personId: string, hash: string): Promise<boolean> {
  return (await client.query(sql, [personId, hash])).rowCount === 1;
}

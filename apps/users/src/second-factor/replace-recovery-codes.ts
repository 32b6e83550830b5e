import type { ClientBase } from 'pg';

const sqlDelete = `DELETE FROM recovery_codes WHERE person_id = $1`;
const sqlInsert = `INSERT INTO recovery_codes (person_id, hash) SELECT $1, * FROM unnest($2::text[])`;

/** Stores the keyed hashes of new recovery codes; those of before are good no more. */
export async function replaceRecoveryCodes(client: ClientBase, personId: string, hashes: string[]): Promise<void> {
  await client.query(sqlDelete, [personId]);
  await client.query(sqlInsert, [personId, hashes]);
}

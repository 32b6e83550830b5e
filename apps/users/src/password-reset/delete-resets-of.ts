import type { ClientBase } from 'pg';

const sql = `
DELETE FROM password_resets USING reservations
WHERE person_id = $1 AND kind = 'email' AND hash = email_hash`;

/** Deletes an account's link: who has changed the password since needs none, and wants none to be about. */
export async function deleteResetsOf(client: ClientBase, personId: string): Promise<void> {
  await client.query(sql, [personId]);
}

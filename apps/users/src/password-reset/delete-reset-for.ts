import type { ClientBase } from 'pg';

const sql = `DELETE FROM password_resets WHERE email_hash = $1`;

/** Deletes the link for an e-mail that its account gives up: it must be good neither for that account nor for the next. */
export async function deleteResetFor(client: ClientBase, emailHash: string): Promise<void> {
  await client.query(sql, [emailHash]);
}

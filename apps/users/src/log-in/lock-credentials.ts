import type { ClientBase } from 'pg';
import type { Credentials } from './find-credentials.js';

// Waits for a change of the password that is under way, and then reads the row anew.
const sql = `SELECT FROM credentials WHERE person_id = $1 AND password_hash = $2 FOR SHARE`;

/** Keeps the password that was verified until the transaction ends. @returns false if it has been changed since. */
export async function lockCredentials(client: ClientBase, { personId, passwordHash }: Credentials): Promise<boolean> {
  return (await client.query(sql, [personId, passwordHash])).rowCount === 1;
}

import type { ClientBase } from 'pg';

const sql = `
UPDATE password_resets SET used_at = now(), mail_due_at = NULL
FROM reservations WHERE kind = 'email' AND hash = email_hash AND person_id = $2
  AND id = $1 AND used_at IS NULL AND expires_at > now()`;

/** Uses up the link of an account. @returns false if it was used, has expired, or is not this account's. */
export async function useReset(client: ClientBase, id: string, personId: string): Promise<boolean> {
  return (await client.query(sql, [id, personId])).rowCount === 1;
}

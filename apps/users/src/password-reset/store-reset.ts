import type { ClientBase, Pool } from 'pg';
import { resetMinutes } from './reset-minutes.js';

const sql = `
INSERT INTO password_resets (email_hash, id, expires_at, mail_due_at)
VALUES ($1, $2, now() + make_interval(mins => $3), CASE WHEN $4 THEN now() END)
ON CONFLICT (email_hash) DO UPDATE
SET id = excluded.id, expires_at = excluded.expires_at, used_at = NULL, mail_due_at = excluded.mail_due_at
RETURNING expires_at AS "expiresAt"`;

/** Stores a link for an e-mail's account in place of the one before. @returns when it expires. */
export async function storeReset(
  client: ClientBase | Pool,
  { emailHash, id, byMail }: { emailHash: string; id: string; byMail: boolean },
): Promise<Date> {
  const { rows } = await client.query<{ expiresAt: Date }>(sql, [emailHash, id, resetMinutes, byMail]);
  return rows[0]!.expiresAt;
}

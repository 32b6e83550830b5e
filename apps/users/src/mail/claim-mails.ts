import type { Pool } from 'pg';

export interface DueMail {
  /** Of the link. */
  id: string;
  emailHash: string;
  /** The account to be mailed; null if nobody has the e-mail. */
  personId: string | null;
}

// What is claimed falls due again by itself, unless its sending is noted.
const sql = `
WITH due AS (
  SELECT email_hash FROM password_resets WHERE mail_due_at <= now() AND expires_at > now()
  ORDER BY mail_due_at LIMIT $1 FOR UPDATE SKIP LOCKED
)
UPDATE password_resets SET mail_due_at = now() + make_interval(secs => $2)
FROM due LEFT JOIN reservations ON kind = 'email' AND hash = email_hash LEFT JOIN credentials USING (person_id)
WHERE password_resets.email_hash = due.email_hash
RETURNING id, due.email_hash AS "emailHash", credentials.person_id AS "personId"`;

/** Claims mails that are due, each for one replica. After so many seconds they are due again, until their links expire. */
export async function claimMails(pool: Pool, most: number, againSeconds: number): Promise<DueMail[]> {
  return (await pool.query<DueMail>(sql, [most, againSeconds])).rows;
}

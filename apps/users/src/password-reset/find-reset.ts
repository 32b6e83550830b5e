import type { Pool } from 'pg';

const sql = `
SELECT person_id AS "personId" FROM password_resets
JOIN reservations ON kind = 'email' AND hash = email_hash JOIN credentials USING (person_id)
WHERE id = $1 AND expires_at > now()`;

/** The account that an unexpired link is for, even if the link was used; undefined if there is none. */
export async function findReset(pool: Pool, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ personId: string }>(sql, [id]);
  return rows[0]?.personId;
}

import type { Pool } from 'pg';

export interface Credentials {
  personId: string;
  passwordHash: string;
}

const sql = `
SELECT credentials.person_id AS "personId", password_hash AS "passwordHash"
FROM reservations JOIN credentials USING (person_id)
WHERE kind = 'email' AND hash = $1`;

/** The credentials of the account with an e-mail, by its keyed hash. */
export async function findCredentials(pool: Pool, emailHash: string): Promise<Credentials | undefined> {
  const { rows } = await pool.query<Credentials>({ name: 'find-credentials', text: sql, values: [emailHash] });
  return rows[0];
}

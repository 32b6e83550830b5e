import type { ClientBase } from 'pg';

const sql = `
SELECT hash FROM reservations JOIN credentials USING (person_id)
WHERE kind = 'email' AND person_id = $1`;

/** The keyed hash of the e-mail that an account signs in with; undefined if nobody can sign in to it. */
export async function findSignInEmail(client: ClientBase, personId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ hash: string }>(sql, [personId]);
  return rows[0]?.hash;
}

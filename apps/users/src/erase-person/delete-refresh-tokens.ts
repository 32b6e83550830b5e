import type { Pool } from 'pg';

const atOnce = 5_000;

const sql = `
DELETE FROM refresh_tokens WHERE hash IN (
  SELECT hash FROM refresh_tokens JOIN sessions ON sessions.id = session_id
  WHERE person_id = $1
    AND EXISTS (SELECT FROM erasures WHERE erasures.person_id = $1 AND erased_at IS NULL AND due_at <= now())
  LIMIT $2
)`;

/** Deletes the refresh tokens of a person who is due, in portions: a session that is refreshed for years has many. */
export async function deleteRefreshTokens(pool: Pool, personId: string): Promise<void> {
  let deleted: number;
  do deleted = (await pool.query(sql, [personId, atOnce])).rowCount ?? 0;
  while (deleted === atOnce);
}

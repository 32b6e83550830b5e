import type { Pool } from 'pg';

const sql = `
SELECT EXISTS (SELECT FROM read_v1.ended_session WHERE session_id = $1)
    OR EXISTS (SELECT FROM read_v1.erased_person WHERE person_id = $2) AS "hasEnded"`;

/** Whether a session is ended, or its person erased. */
export async function readHasEnded(pool: Pool, sessionId: string, personId: string): Promise<boolean> {
  const values = [sessionId, personId];
  const { rows } = await pool.query<{ hasEnded: boolean }>({ name: 'read-has-ended', text: sql, values });
  return rows[0]?.hasEnded === true;
}

import type { Pool } from 'pg';

/** Upper bound of one person's sessions; beyond it the least recently used end, down to `kept`. */
export const maxSessions = { goingOn: 100, kept: 80, endedAtOnce: 500 };

const sql = `
SELECT id FROM (
  SELECT id, row_number() OVER (ORDER BY expires_at DESC, id DESC) AS place, count(*) OVER () AS total
  FROM sessions WHERE person_id = $1 AND ended_at IS NULL AND expires_at > now()
) AS going_on
WHERE total > $2 AND place > $3 ORDER BY place DESC LIMIT $4`;

/** The sessions to end because there are too many, the least recently used first; else none. */
export async function findSurplusSessions(pool: Pool, personId: string): Promise<string[]> {
  const { goingOn, kept, endedAtOnce } = maxSessions;
  const query = { name: 'find-surplus-sessions', text: sql, values: [personId, goingOn, kept, endedAtOnce] };
  const { rows } = await pool.query<{ id: string }>(query);
  return rows.map(({ id }) => id);
}

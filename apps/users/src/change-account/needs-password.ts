import type { ClientBase } from 'pg';

const sql = `
SELECT EXISTS (SELECT FROM refresh_tokens WHERE session_id = $1)
  OR EXISTS (SELECT FROM second_factors WHERE person_id = $2 AND confirmed_at IS NOT NULL) AS needed`;

/**
 * Whether a new password or e-mail takes the present password: in a refreshable session, and where there is a second factor.
 * RealWorld's clients know neither, and go on.
 */
export async function needsPassword(
  client: ClientBase,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<boolean> {
  const { rows } = await client.query<{ needed: boolean }>(sql, [sessionId, personId]);
  return rows[0]?.needed ?? true;
}

import type { Pool } from 'pg';

export interface SessionState {
  /** Undefined for an unknown session. */
  over: boolean | undefined;
}

const sql = `
SELECT ended_at IS NOT NULL OR expires_at <= now() AS over FROM sessions WHERE id = $1 AND person_id = $2`;

/** The state of a session. */
export async function readSessionState(pool: Pool, sessionId: string, personId: string): Promise<SessionState> {
  const query = { name: 'read-session-state', text: sql, values: [sessionId, personId] };
  const { rows } = await pool.query<{ over: boolean }>(query);
  return { over: rows[0]?.over };
}

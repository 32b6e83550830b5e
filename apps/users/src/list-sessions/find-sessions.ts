import type { Pool } from 'pg';
import { maxSessions } from '../session/find-surplus-sessions.js';

export interface OpenSession {
  id: string;
  startedAt: Date;
  expiresAt: Date;
}

const sql = `
SELECT id, started_at AS "startedAt", expires_at AS "expiresAt" FROM sessions
WHERE person_id = $1 AND ended_at IS NULL AND expires_at > now() ORDER BY started_at DESC LIMIT ${maxSessions.goingOn}`;

/** A person's present sessions, the latest first; up to {@link maxSessions}. */
export async function findSessions(pool: Pool, personId: string): Promise<OpenSession[]> {
  const { rows } = await pool.query<OpenSession>({ name: 'find-sessions', text: sql, values: [personId] });
  return rows;
}

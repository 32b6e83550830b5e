import type { Pool } from 'pg';
import { lapsedSessions } from './lapsed-sessions.js';

const sql = `
DELETE FROM sessions WHERE id IN (${lapsedSessions} FOR UPDATE SKIP LOCKED)
  AND NOT EXISTS (SELECT FROM refresh_tokens WHERE session_id = sessions.id)`;

/** Deletes the sessions that lapsed first, up to 100, if they have no refresh tokens left. @returns how many. */
export async function deleteLapsedSessions(pool: Pool, keptDays: number): Promise<number> {
  return (await pool.query(sql, [keptDays])).rowCount ?? 0;
}

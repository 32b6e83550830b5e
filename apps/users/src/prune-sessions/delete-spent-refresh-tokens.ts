import type { Pool } from 'pg';
import { lapsedSessions } from './lapsed-sessions.js';

const sql = `
DELETE FROM refresh_tokens WHERE hash IN (
  SELECT hash FROM refresh_tokens WHERE session_id IN (${lapsedSessions}) LIMIT 1000 FOR UPDATE SKIP LOCKED
)`;

/** Deletes refresh tokens of the sessions that lapsed first, up to 1,000: one session may have thousands. @returns how many. */
export async function deleteSpentRefreshTokens(pool: Pool, keptDays: number): Promise<number> {
  return (await pool.query(sql, [keptDays])).rowCount ?? 0;
}

import type { Pool } from 'pg';
import { deleteLapsedSessions } from './delete-lapsed-sessions.js';
import { deleteSpentRefreshTokens } from './delete-spent-refresh-tokens.js';

/** Longer than any two clocks are apart, and long enough to see who was signed in when somebody asks. */
const keptDays = 30;

/** Deletes sessions that expired long ago, with their refresh tokens, a few at a time. Any replica may. */
export async function pruneSessions(pool: Pool, signal: AbortSignal): Promise<void> {
  let deleted: number;
  do {
    deleted = await deleteSpentRefreshTokens(pool, keptDays);
    deleted += await deleteLapsedSessions(pool, keptDays);
  } while (deleted > 0 && !signal.aborted);
}

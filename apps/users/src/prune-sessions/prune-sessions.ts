import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';
import { deleteLapsedSessions } from './delete-lapsed-sessions.js';
import { deleteSpentRefreshTokens } from './delete-spent-refresh-tokens.js';

/** Longer than any two clocks differ, and long enough to answer who was signed in when. */
const keptDays = 30;

/** Deletes sessions that expired long ago, with their refresh tokens, see {@link workInPortions}. Any replica may do it. */
export async function pruneSessions(pool: Pool, signal: AbortSignal): Promise<void> {
  await workInPortions(async () => {
    const tokens = await deleteSpentRefreshTokens(pool, keptDays);
    return tokens + (await deleteLapsedSessions(pool, keptDays));
  }, signal);
}

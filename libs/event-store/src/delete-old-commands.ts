import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';

/** Days for which the answers to commands are kept. */
export const commandsKeptDays = 7;

/** Rows that one statement deletes. */
export const commandsDeletedAtOnce = 1_000;

/** How often each copy of a service looks for old commands, in milliseconds. */
export const deleteOldCommandsEveryMs = 3_600_000;

// Deleted entries stay in the index on recorded_at until it is vacuumed. Each portion begins where the one before ended, so
// that it does not scan them again. SKIP LOCKED leaves out rows that another copy is deleting.
const sql = `
WITH gone AS (
  DELETE FROM commands WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM commands
    WHERE recorded_at >= $2::timestamptz AND recorded_at < now() - make_interval(days => $1)
    ORDER BY recorded_at LIMIT ${commandsDeletedAtOnce} FOR UPDATE SKIP LOCKED
  ))
  RETURNING recorded_at
)
SELECT count(*)::int AS count, max(recorded_at)::text AS last FROM gone`;

/**
 * Deletes the answers of commands older than `days`, in portions: see {@link workInPortions}. Nobody repeats such commands
 * any more.
 * @throws Postgres' error; the next round deletes the rest.
 */
export async function deleteOldCommands(pool: Pool, signal: AbortSignal, days = commandsKeptDays): Promise<void> {
  let from = '-infinity';
  await workInPortions(async () => {
    const { rows } = await pool.query<{ count: number; last: string | null }>(sql, [days, from]);
    from = rows[0]?.last ?? from;
    return rows[0]?.count ?? 0;
  }, signal);
}

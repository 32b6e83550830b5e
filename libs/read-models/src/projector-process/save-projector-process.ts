import type { Pool } from 'pg';
import type { ProjectorProcessRow } from './projector-process.entity.js';

/** Minutes after which a process that says nothing more is forgotten. */
export const processKeptMinutes = 60;
/** Seconds after which one of the same host is: it was killed, and this process is there in its place. */
const silentSeconds = 30;

const sql = `
WITH forgotten AS (
  DELETE FROM projector_process
  WHERE process_id <> $1
    AND seen_at < now() - CASE host WHEN $2 THEN interval '${silentSeconds} seconds' ELSE interval '${processKeptMinutes} minutes' END
)
INSERT INTO projector_process (process_id, host, version, ready, checks, lag, seen_at)
VALUES ($1, $2, $3, $4, $5, $6, now())
ON CONFLICT (process_id) DO UPDATE
SET ready = excluded.ready, checks = excluded.checks, lag = excluded.lag, seen_at = excluded.seen_at`;

type Told = Omit<ProjectorProcessRow, 'seenAt' | 'lag'> & { lag: number | undefined };

/** Stores what a process tells of itself now, and forgets those that have ended. */
export async function saveProjectorProcess(
  pool: Pick<Pool, 'query'>,
  { processId, host, version, ready, checks, lag }: Told,
): Promise<void> {
  await pool.query(sql, [processId, host, version, ready, JSON.stringify(checks), lag ?? null]);
}

import type { Pool } from 'pg';
import type { ProjectorProcessRow } from './projector-process.entity.js';

export interface SeenProcess extends Omit<ProjectorProcessRow, 'lag'> {
  /** Messages; null: not measured. */
  lag: number | null;
  /** Since it told this, by the database's clock. */
  secondsAgo: number;
}

const sql = `
SELECT process_id AS "processId", host, version, ready, checks, lag::float8 AS lag, seen_at AS "seenAt",
       extract(epoch FROM now() - seen_at)::float8 AS "secondsAgo"
FROM projector_process ORDER BY seen_at DESC, process_id LIMIT 20`;

/** The processes of the projector that have told something of themselves lately, the latest first; up to 20. */
export async function readProjectorProcesses(pool: Pool): Promise<SeenProcess[]> {
  return (await pool.query<SeenProcess>(sql)).rows;
}

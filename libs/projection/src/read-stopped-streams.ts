import type { Pool } from 'pg';
import { isNext } from './is-next.js';
import { maxCounted } from './measure-projection.js';

export interface StoppedStreams {
  /** Stopped by an event that cannot be applied, the latest first. */
  halted: { stream: string; version: number; reason: string; at: Date }[];
  /** Waiting for a missing event, or behind a halt, the longest first. `version`: of the first that waits. */
  parked: { stream: string; version: number; at: Date }[];
}

/** The streams of a projection set that do not go on, up to `most` of each kind. */
export async function readStoppedStreams(pool: Pool, schema: string, most: number): Promise<StoppedStreams> {
  const halted = await pool.query<StoppedStreams['halted'][number]>(
    `SELECT stream, version, reason, halted_at AS at FROM ${schema}.halted_stream
     ORDER BY halted_at DESC, stream LIMIT ${most}`,
  );
  const parked = await pool.query<StoppedStreams['parked'][number]>(`
    WITH looked_at AS (SELECT stream, version, parked_at FROM ${schema}.parked_event LIMIT ${maxCounted})
    SELECT stream, min(version) AS version, min(parked_at) AS at FROM looked_at
    WHERE stream NOT IN (SELECT stream FROM looked_at AS next WHERE ${isNext('next', schema)})
    GROUP BY stream ORDER BY at, stream LIMIT ${most}`);
  return { halted: halted.rows, parked: parked.rows };
}

import type { Pool } from 'pg';
import { isNext } from './is-next.js';

export interface ProjectionMeasure {
  /** Events that the relay has counted and that never arrived. */
  missing: number;
  /** Parked events that wait for a missing event or behind a halt, not for a version that knows their type. */
  parkedStreams: number;
  parkedOldestSeconds: number;
  haltedStreams: number;
  unsentDeadLetters: number;
}

/** Rows that one measurement reads at most. */
export const maxCounted = 100_000;

/** The values of a projection set that an operator monitors. */
export async function measureProjection(pool: Pool, schema: string): Promise<ProjectionMeasure> {
  const some = (columns: string, from: string) => `(SELECT ${columns} FROM ${schema}.${from} LIMIT ${maxCounted})`;
  const { rows } = await pool.query<ProjectionMeasure>(`
    WITH looked_at AS ${some('stream, version, parked_at', 'parked_event')},
         parked AS (
           SELECT stream, parked_at FROM looked_at
           WHERE stream NOT IN (SELECT stream FROM looked_at AS next WHERE ${isNext('next', schema)})
         )
    SELECT (SELECT coalesce(sum(greatest(watermark - counted, 0)), 0)::int FROM ${schema}.checkpoint) AS missing,
           (SELECT count(DISTINCT stream)::int FROM parked) AS "parkedStreams",
           (SELECT coalesce(extract(epoch FROM now() - min(parked_at)), 0)::float8 FROM parked) AS "parkedOldestSeconds",
           (SELECT count(*)::int FROM ${some('stream', 'halted_stream')} AS those) AS "haltedStreams",
           (SELECT count(*)::int FROM ${some('sent_at', 'dead_letter WHERE sent_at IS NULL')} AS those) AS "unsentDeadLetters"`);
  if (!rows[0]) throw new Error('the projection gave no measure');
  return rows[0];
}

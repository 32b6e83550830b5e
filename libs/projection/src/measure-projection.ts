import type { Pool } from 'pg';

export interface ProjectionMeasure {
  /** Events the relay has counted that never came. */
  missing: number;
  parkedStreams: number;
  parkedOldestSeconds: number;
  haltedStreams: number;
  unsentDeadLetters: number;
}

/** Rows that are looked at for one measure; there may be more. */
const mostCounted = 100_000;

/** What an operator watches of a projection set. */
export async function measureProjection(pool: Pool, schema: string): Promise<ProjectionMeasure> {
  const some = (columns: string, from: string) =>
    `(SELECT ${columns} FROM ${schema}.${from} LIMIT ${mostCounted}) AS looked_at`;
  const { rows } = await pool.query<ProjectionMeasure>(`
    SELECT (SELECT coalesce(sum(greatest(watermark - counted, 0)), 0)::int FROM ${schema}.checkpoint) AS missing,
           (SELECT count(DISTINCT stream)::int FROM ${some('stream', 'parked_event')}) AS "parkedStreams",
           (SELECT coalesce(extract(epoch FROM now() - min(parked_at)), 0)::float8 FROM ${some('parked_at', 'parked_event')})
             AS "parkedOldestSeconds",
           (SELECT count(*)::int FROM ${some('stream', 'halted_stream')}) AS "haltedStreams",
           (SELECT count(*)::int FROM ${some('sent_at', 'dead_letter WHERE sent_at IS NULL')}) AS "unsentDeadLetters"`);
  if (!rows[0]) throw new Error('the projection gave no measure');
  return rows[0];
}

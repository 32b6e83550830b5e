import type { Pool } from 'pg';

export interface ProjectionMeasure {
  /** Events the relay has counted that never came. */
  missing: number;
  parkedStreams: number;
  parkedOldestSeconds: number;
  haltedStreams: number;
  unsentDeadLetters: number;
}

/** What an operator watches of a projection set. */
export async function measureProjection(pool: Pool, schema: string): Promise<ProjectionMeasure> {
  const { rows } = await pool.query<ProjectionMeasure>(`
    SELECT (SELECT coalesce(sum(greatest(watermark - counted, 0)), 0)::int FROM ${schema}.checkpoint) AS missing,
           (SELECT count(DISTINCT stream)::int FROM ${schema}.parked_event) AS "parkedStreams",
           (SELECT coalesce(extract(epoch FROM now() - min(parked_at)), 0)::float8 FROM ${schema}.parked_event)
             AS "parkedOldestSeconds",
           (SELECT count(*)::int FROM ${schema}.halted_stream) AS "haltedStreams",
           (SELECT count(*)::int FROM ${schema}.dead_letter WHERE sent_at IS NULL) AS "unsentDeadLetters"`);
  if (!rows[0]) throw new Error('the projection gave no measure');
  return rows[0];
}

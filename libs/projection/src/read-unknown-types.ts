import type { Pool } from 'pg';
import { isNext } from './is-next.js';
import { maxCounted } from './measure-projection.js';

/** A type of event that was unknown when it arrived, and the streams that wait for a version that knows it. */
export interface UnknownType {
  /** The type as it arrived; it must be sanitised before it is shown. */
  type: string;
  streams: number;
  /** The time since which the first of them waits. */
  since: Date;
}

/** Maximal number of types returned: those with the most streams. */
const maxTypes = 100;

/**
 * The types that streams wait for: streams that are parked at an event of the type, and streams in which one was passed
 * by. A type that this version knows is included until its streams are resumed.
 */
export async function readUnknownTypes(pool: Pool, schema: string): Promise<UnknownType[]> {
  const { rows } = await pool.query<UnknownType>(`
    SELECT type, count(*)::int AS streams, min(since) AS since
    FROM (
      SELECT parked.event ->> 'type' AS type, parked.parked_at AS since
      FROM (SELECT stream, version FROM ${schema}.parked_event LIMIT ${maxCounted}) AS looked_at
      JOIN ${schema}.parked_event AS parked USING (stream, version)
      WHERE ${isNext('parked', schema)}
      UNION ALL
      (SELECT type, noted_at FROM ${schema}.unknown_event LIMIT ${maxCounted})
    ) AS waiting
    GROUP BY type ORDER BY streams DESC, type LIMIT ${maxTypes}`);
  return rows;
}

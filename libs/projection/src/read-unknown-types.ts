import type { Pool } from 'pg';
import { isNext } from './is-next.js';
import { mostCounted } from './measure-projection.js';

/** A type of event that was not known as it came, and the streams that wait for a version that knows it. */
export interface UnknownType {
  /** As it came: to be made plain before it is shown. */
  type: string;
  streams: number;
  /** Since when the first of them waits. */
  since: Date;
}

/** Types that are told; those of the most streams. */
const mostTypes = 100;

/**
 * What streams wait for, by type: those that are parked at such an event, and those in which one was passed by. A type that
 * this version knows is among them until its streams have been gone on with.
 */
export async function readUnknownTypes(pool: Pool, schema: string): Promise<UnknownType[]> {
  const { rows } = await pool.query<UnknownType>(`
    SELECT type, count(*)::int AS streams, min(since) AS since
    FROM (
      SELECT parked.event ->> 'type' AS type, parked.parked_at AS since
      FROM (SELECT stream, version FROM ${schema}.parked_event LIMIT ${mostCounted}) AS looked_at
      JOIN ${schema}.parked_event AS parked USING (stream, version)
      WHERE ${isNext('parked', schema)}
      UNION ALL
      (SELECT type, noted_at FROM ${schema}.unknown_event LIMIT ${mostCounted})
    ) AS waiting
    GROUP BY type ORDER BY streams DESC, type LIMIT ${mostTypes}`);
  return rows;
}

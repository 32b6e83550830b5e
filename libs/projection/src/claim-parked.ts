import type { Pool } from 'pg';
import { isNext } from './is-next.js';

/** A stream that waits at an event which this process is to apply. */
export interface ClaimedStream {
  stream: string;
  topic: string;
  partition: number;
  /**
   * The offset of the event that the stream waits at; if it was not stored, a number below 0 that no other stream has.
   */
  offset: string;
  /** How often that event was claimed, including this time. */
  claims: number;
}

/** Streams that are claimed at once. */
export const claimedAtOnce = 100;

/** Seconds after which another process may take an unfinished claim; as a rule the claiming process has ended. */
export const claimedForSeconds = 60;

const claim = (schema: string) => `
WITH ready AS (
  SELECT stream, version FROM ${schema}.parked_event AS parked
  WHERE stream > $2 AND event ->> 'type' = ANY($1)
    AND ${isNext('parked', schema)}
    AND (claimed_at IS NULL OR claimed_at < now() - interval '${claimedForSeconds} s')
  ORDER BY stream LIMIT ${claimedAtOnce} FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE ${schema}.parked_event AS parked SET claims = claims + 1, claimed_at = now() FROM ready
  WHERE (parked.stream, parked.version) = (ready.stream, ready.version)
  RETURNING parked.stream, parked.event, parked.message_offset, parked.claims
)
SELECT stream, event ->> 'topic' AS topic, (event ->> 'partition')::integer AS partition,
       coalesce(message_offset, -1 - abs(hashtextextended(stream, 0) / 2))::text AS "offset", claims
FROM claimed ORDER BY stream`;

/**
 * Claims streams that are not halted and wait at an event of one of these types, in order, after `after`. The claim is
 * committed before the streams are touched, so the number of claims identifies an event that ends the process.
 */
export async function claimParked(
  pool: Pool,
  schema: string,
  types: string[],
  after: string,
): Promise<ClaimedStream[]> {
  const { rows } = await pool.query<ClaimedStream>(claim(schema), [types, after]);
  return rows;
}

/** Takes back the claims of streams that were not resumed, for a reason that is not theirs. */
export async function releaseParked(pool: Pool, schema: string, streams: string[]): Promise<void> {
  await pool.query(
    `UPDATE ${schema}.parked_event SET claims = greatest(claims - 1, 0), claimed_at = NULL
     WHERE stream = ANY($1) AND claimed_at IS NOT NULL`,
    [streams],
  );
}

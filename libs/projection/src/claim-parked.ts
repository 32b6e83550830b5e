import type { Pool } from 'pg';
import { isNext } from './is-next.js';

/** A stream that waits at an event which this process is to apply. */
export interface ClaimedStream {
  stream: string;
  topic: string;
  partition: number;
  /** Where the event that it waits at came; where that was not kept, a number below 0 that no other stream has. */
  offset: string;
  /** How often that event was claimed, this time too. */
  claims: number;
}

/** Streams that are claimed at once. */
export const claimedAtOnce = 100;

/** Seconds after which another process takes what one has claimed and not done: it was ended, as a rule. */
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
 * Streams that are not halted and wait at an event of one of these types, in their order from `after` on. It is noted before
 * anything is done to them, so that an event which ends the process is known by how often it was claimed.
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

/** Takes the claims back, of streams that were not gone on with for no fault of theirs. */
export async function releaseParked(pool: Pool, schema: string, streams: string[]): Promise<void> {
  await pool.query(
    `UPDATE ${schema}.parked_event SET claims = greatest(claims - 1, 0), claimed_at = NULL
     WHERE stream = ANY($1) AND claimed_at IS NOT NULL`,
    [streams],
  );
}

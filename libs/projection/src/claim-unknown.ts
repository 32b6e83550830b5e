import type { Pool } from 'pg';

/** Streams that are folded again in one reading of their partition. */
export const refoldedAtOnce = 5_000;

/** Minutes after which another process may take an unfinished claim, and after which a failed stream is tried again. */
export const refoldClaimedForMinutes = 10;

export interface ClaimedStreams {
  topic: string;
  partition: number;
  streams: string[];
}

const claim = (schema: string) => `
WITH ready AS (
  SELECT stream, type, topic, partition FROM ${schema}.unknown_event
  WHERE type = ANY($1) AND (claimed_at IS NULL OR claimed_at < now() - interval '${refoldClaimedForMinutes} min')
  ORDER BY topic, partition, stream LIMIT ${refoldedAtOnce} FOR UPDATE SKIP LOCKED
), first AS (
  SELECT topic, partition FROM ready ORDER BY topic, partition LIMIT 1
)
UPDATE ${schema}.unknown_event AS noted SET claimed_at = now() FROM ready, first
WHERE (noted.stream, noted.type) = (ready.stream, ready.type)
  AND (ready.topic, ready.partition) = (first.topic, first.partition)
RETURNING noted.stream, noted.topic, noted.partition`;

/**
 * Claims streams of one partition in which an event of one of these types was passed by. @returns undefined if there is
 * none.
 */
export async function claimUnknown(pool: Pool, schema: string, types: string[]): Promise<ClaimedStreams | undefined> {
  const { rows } = await pool.query<{ stream: string; topic: string; partition: number }>(claim(schema), [types]);
  const [first] = rows;
  return first && { ...first, streams: [...new Set(rows.map(({ stream }) => stream))] };
}

/** Takes claims back, so that other processes, or this one later, may take these streams. */
export async function releaseUnknown(pool: Pool, schema: string, streams: string[]): Promise<void> {
  await pool.query(`UPDATE ${schema}.unknown_event SET claimed_at = NULL WHERE stream = ANY($1)`, [streams]);
}

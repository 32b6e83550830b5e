import { inTransaction } from '#postgres/in-transaction.js';
import type { Pool } from 'pg';
import { firstRepublishedId } from './republished-ids.js';

export interface Republishing {
  stream?: string;
  /** The first version of a stream to send. */
  fromVersion?: number;
  topic?: string;
  partition?: number;
  /** ISO 8601; events recorded before it are left out. */
  since?: string;
}

/** Positions that one statement reads. */
export const republishedPositionsAtOnce = 10_000;

// An event that still waits as live is left out: republished too, it could be sent before the event it follows. Without
// sequential scans, because the outbox may hold millions of republished events.
const sql = `
WITH chosen AS (
  SELECT position FROM events
  WHERE ($1::text IS NULL OR stream = $1) AND ($2::text IS NULL OR topic = $2) AND ($3::int IS NULL OR partition = $3)
    AND ($4::timestamptz IS NULL OR recorded_at >= $4) AND ($5::int IS NULL OR version >= $5)
    AND position > $6::bigint AND position <= $7::bigint
), queued AS (
  INSERT INTO outbox (id, position, republished) OVERRIDING SYSTEM VALUE
  SELECT ${firstRepublishedId} + position, position, true FROM chosen
  WHERE position NOT IN (SELECT position FROM outbox WHERE id < ${firstRepublishedId} AND NOT republished)
  ON CONFLICT (id) DO NOTHING
)
SELECT count(*)::int AS count FROM chosen`;

/**
 * Puts stored events into the outbox again, after the live ones; consumers skip those they have. If it fails, rows that were
 * inserted stay, and a second run does not insert them twice.
 * @returns how many of those events wait now.
 */
export async function republish(pool: Pool, which: Republishing): Promise<number> {
  const { stream, topic, partition, since, fromVersion } = which;
  const values = [stream, topic, partition, since, fromVersion].map((value) => value ?? null);
  const { rows } = await pool.query<{ last: string | null }>('SELECT max(position) AS last FROM events');
  const last = BigInt(rows[0]?.last ?? 0);
  // A stream is found by its name, so its events may have any position.
  const step = stream === undefined ? BigInt(republishedPositionsAtOnce) : last;
  let count = 0;
  for (let from = 0n; from < last; from += step) {
    count += await inTransaction(pool, async (client) => {
      await client.query('SET LOCAL enable_seqscan = off');
      const chosen = await client.query<{ count: number }>(sql, [...values, String(from), String(from + step)]);
      return chosen.rows[0]?.count ?? 0;
    });
    await pool.query(`SELECT pg_notify('outbox', '')`);
  }
  return count;
}

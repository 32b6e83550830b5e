import type { Pool } from 'pg';

export interface Republishing {
  stream?: string;
  /** The first version of a stream to send. */
  fromVersion?: number;
  topic?: string;
  partition?: number;
  /** ISO 8601; events recorded before it are left out. */
  since?: string;
}

const sql = `
INSERT INTO outbox (position, republished)
SELECT position, true FROM events
WHERE ($1::text IS NULL OR stream = $1) AND ($2::text IS NULL OR topic = $2) AND ($3::int IS NULL OR partition = $3)
  AND ($4::timestamptz IS NULL OR recorded_at >= $4) AND ($5::int IS NULL OR version >= $5)
ORDER BY position`;

/**
 * Puts stored events into the outbox once more; consumers skip those they have.
 * @returns how many.
 */
export async function republish(pool: Pool, which: Republishing): Promise<number> {
  const { stream, topic, partition, since, fromVersion } = which;
  const values = [stream, topic, partition, since, fromVersion].map((value) => value ?? null);
  const { rowCount } = await pool.query(sql, values);
  await pool.query(`SELECT pg_notify('outbox', '')`);
  return rowCount ?? 0;
}

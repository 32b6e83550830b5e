import type { Pool } from 'pg';
import { firstRepublishedId } from './republished-ids.js';

export interface OutboxMeasure {
  /** Live events waiting, counted up to 100,000. */
  depth: number;
  /** Republished events waiting, counted up to 100,000. */
  republished: number;
  /** Age of the live event that has waited longest. */
  oldestSeconds: number;
  /** Age of the oldest snapshot held open in this database: it keeps deleted outbox rows from being vacuumed. */
  oldestSnapshotSeconds: number;
}

const live = `id < ${firstRepublishedId}`;

const sql = `
SELECT (SELECT count(*)::int FROM (SELECT FROM outbox WHERE ${live} LIMIT 100000) AS waiting) AS depth,
       (SELECT count(*)::int FROM (SELECT FROM outbox WHERE id >= ${firstRepublishedId} LIMIT 100000) AS waiting)
         AS republished,
       coalesce((SELECT extract(epoch FROM clock_timestamp() - enqueued_at) FROM outbox WHERE ${live}
                 ORDER BY id LIMIT 1), 0)::float8 AS "oldestSeconds",
       coalesce((SELECT max(extract(epoch FROM clock_timestamp() - xact_start)) FROM pg_stat_activity
                 WHERE datname = current_database() AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid()), 0)::float8
         AS "oldestSnapshotSeconds"`;

/** The figures of an outbox that an operator monitors. */
export async function measureOutbox(pool: Pool): Promise<OutboxMeasure> {
  const { rows } = await pool.query<OutboxMeasure>(sql);
  if (!rows[0]) throw new Error('the outbox could not be measured');
  return rows[0];
}

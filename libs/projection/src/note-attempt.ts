import type { Pool } from 'pg';
import type { Attempt } from './attempt.js';

/**
 * Stores the note of an attempt. The commit does not wait for the disk, because the note need only outlive this
 * process.
 */
export async function noteAttempt(pool: Pool, schema: string, attempt: Attempt): Promise<void> {
  const { topic, partition, firstOffset, suspectUntil, alone, ends, attemptedBy } = attempt;
  await pool.query(
    `WITH quickly AS (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO ${schema}.attempt (topic, partition, first_offset, suspect_until, alone, ends, attempted_by)
     SELECT $1, $2, $3, $4, $5, $6, $7 FROM quickly
     ON CONFLICT (topic, partition) DO UPDATE SET first_offset = excluded.first_offset,
       suspect_until = excluded.suspect_until, alone = excluded.alone, ends = excluded.ends,
       attempted_by = excluded.attempted_by, noted_at = now()`,
    [topic, partition, firstOffset, suspectUntil, alone, ends, attemptedBy],
  );
}

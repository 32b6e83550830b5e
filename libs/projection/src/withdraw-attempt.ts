import type { Pool } from 'pg';
import { nobody } from './attempt.js';

/** Notes that a process's attempt has failed, and that the process has not ended. */
export async function withdrawAttempt(
  pool: Pool,
  schema: string,
  { topic, partition }: { topic: string; partition: number },
  attemptedBy: string,
): Promise<void> {
  await pool.query(
    `UPDATE ${schema}.attempt SET attempted_by = $4 WHERE topic = $1 AND partition = $2 AND attempted_by = $3`,
    [topic, partition, attemptedBy, nobody],
  );
}

import type { Pool } from 'pg';
import { letterColumns, type StoredDeadLetter } from './read-dead-letters.js';

/** The dead letter that halted a stream: its oldest. @returns undefined if it has none. */
export async function findDeadLetter(
  pool: Pool,
  schema: string,
  stream: string,
): Promise<StoredDeadLetter | undefined> {
  const { rows } = await pool.query<StoredDeadLetter>(
    `SELECT ${letterColumns} FROM ${schema}.dead_letter WHERE stream = $1
     ORDER BY died_at, topic, partition, message_offset LIMIT 1`,
    [stream],
  );
  return rows[0];
}

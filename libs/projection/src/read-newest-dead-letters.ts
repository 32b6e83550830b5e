import type { Pool } from 'pg';
import type { StoredDeadLetter } from './read-dead-letters.js';

export type NamedDeadLetter = Pick<StoredDeadLetter, 'topic' | 'partition' | 'offset' | 'stream' | 'reason' | 'diedAt'>;

/** The newest messages that a projection set could not apply, without what they say. */
export async function readNewestDeadLetters(pool: Pool, schema: string, most: number): Promise<NamedDeadLetter[]> {
  const { rows } = await pool.query<NamedDeadLetter>(
    `SELECT topic, partition, message_offset::text AS offset, stream, reason, died_at AS "diedAt"
     FROM ${schema}.dead_letter ORDER BY died_at DESC, topic, partition, message_offset DESC LIMIT ${most}`,
  );
  return rows;
}

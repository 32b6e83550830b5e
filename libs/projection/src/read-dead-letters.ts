import type { Pool } from 'pg';

export interface LetterPosition {
  topic: string;
  partition: number;
  offset: string;
}

export interface StoredDeadLetter extends LetterPosition {
  /** None if the message could not be read as an event. */
  stream: string | null;
  reason: string;
  diedAt: Date;
  sentAt: Date | null;
  key: Buffer | null;
  value: Buffer | null;
  headers: Record<string, string>;
}

export const letterColumns = `topic, partition, message_offset::text AS offset, stream, reason, died_at AS "diedAt",
  sent_at AS "sentAt", message_key AS key, message_value AS value, headers`;

/** The messages that a projection set could not apply, oldest first. */
export async function readDeadLetters(pool: Pool, schema: string): Promise<StoredDeadLetter[]> {
  const { rows } = await pool.query<StoredDeadLetter>(
    `SELECT ${letterColumns} FROM ${schema}.dead_letter ORDER BY died_at, topic, partition, message_offset`,
  );
  return rows;
}

import type { Publisher } from '#kafka/publisher.js';
import type { Pool } from 'pg';
import type { ProjectionSet } from './projection.js';

interface Row {
  topic: string;
  partition: number;
  message_offset: string;
  reason: string;
  message_key: Buffer | null;
  message_value: Buffer | null;
  headers: Record<string, string>;
}

/** The topic a group's dead letters go to. */
export const deadLetterTopic = (group: string) => `${group}.dlq.v1`;

/** Sends the dead letters that were not sent yet, with where they stood and why they died; at least once each. */
export async function sendDeadLetters(
  pool: Pool,
  { schema, group }: ProjectionSet,
  publisher: Publisher,
): Promise<void> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM ${schema}.dead_letter WHERE sent_at IS NULL ORDER BY died_at LIMIT 500`,
  );
  if (rows.length === 0) return;
  const messages = rows.map(({ topic, partition, message_offset, reason, message_key, message_value, headers }) => ({
    key: message_key?.toString() ?? null,
    value: message_value?.toString() ?? '',
    headers: {
      ...headers,
      'x-error': reason,
      'x-topic': topic,
      'x-partition': String(partition),
      'x-offset': message_offset,
    },
  }));
  await publisher.publish([{ topic: deadLetterTopic(group), messages }]);
  await pool.query(
    `UPDATE ${schema}.dead_letter SET sent_at = now()
     WHERE (topic, partition, message_offset) IN (SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[]))`,
    [rows.map(({ topic }) => topic), rows.map(({ partition }) => partition), rows.map((row) => row.message_offset)],
  );
}

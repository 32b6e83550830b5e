import type { OutgoingMessage } from '#kafka/outgoing-message.js';
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

/** The dead-letter topic of a group. */
export const deadLetterTopic = (group: string) => `${group}.dlq.v1`;

/** Bytes of messages that are loaded and sent at once; the first is sent whatever its size. */
const maxBytes = 4_000_000;

const unsent = (schema: string) => `
SELECT * FROM (
  SELECT *, sum(octet_length(message_value)) OVER (ORDER BY died_at, topic, partition, message_offset)
              - octet_length(message_value) AS bytes_before
  FROM (SELECT * FROM ${schema}.dead_letter WHERE sent_at IS NULL
        ORDER BY died_at, topic, partition, message_offset LIMIT 500) AS oldest
) AS letters
WHERE coalesce(bytes_before, 0) < ${maxBytes}
ORDER BY died_at, topic, partition, message_offset`;

/** Sends dead letters that were not sent yet, with their offset and the reason; each at least once. */
export async function sendDeadLetters(pool: Pool, set: ProjectionSet, publisher: Publisher): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<Row>(unsent(set.schema));
    if (rows.length === 0) return;
    await publisher.publish([{ topic: deadLetterTopic(set.group), messages: rows.map(toMessage) }]);
    await noteSent(pool, set.schema, rows);
  }
}

function toMessage(letter: Row): OutgoingMessage {
  const { topic, partition, message_offset, reason, message_key, message_value, headers } = letter;
  return {
    key: message_key?.toString() ?? null,
    value: message_value?.toString() ?? '',
    headers: {
      ...headers,
      'x-error': reason,
      'x-topic': topic,
      'x-partition': String(partition),
      'x-offset': message_offset,
    },
  };
}

async function noteSent(pool: Pool, schema: string, rows: Row[]): Promise<void> {
  await pool.query(
    `UPDATE ${schema}.dead_letter SET sent_at = now()
     WHERE (topic, partition, message_offset) IN (SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[]))`,
    [rows.map(({ topic }) => topic), rows.map(({ partition }) => partition), rows.map((row) => row.message_offset)],
  );
}

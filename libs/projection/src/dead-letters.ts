import type { BatchMessage } from '#kafka/message-batch.js';
import type { ClientBase } from 'pg';

export interface DeadLetter {
  message: BatchMessage;
  reason: string;
}

/** Marks streams as halted at the event that could not be applied. */
export async function haltStreams(client: ClientBase, schema: string, letters: DeadLetter[]): Promise<void> {
  const halted = letters.flatMap(({ message: { event }, reason }) => (event ? [{ ...event, reason }] : []));
  if (halted.length === 0) return;
  await client.query(
    `INSERT INTO ${schema}.halted_stream (stream, version, reason)
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING`,
    [halted.map(({ stream }) => stream), halted.map(({ version }) => version), halted.map(({ reason }) => reason)],
  );
}

/** Stores the messages as they arrived, to be sent to the dead-letter topic after the commit. */
export async function storeDeadLetters(
  client: ClientBase,
  schema: string,
  topic: string,
  partition: number,
  letters: DeadLetter[],
): Promise<void> {
  for (const { message, reason } of letters) {
    const headers = Object.fromEntries(
      Object.entries(message.raw.headers).map(([name, value]) => [name, String(value)]),
    );
    await client.query(
      `INSERT INTO ${schema}.dead_letter (topic, partition, message_offset, stream, reason, message_key, message_value, headers)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        topic,
        partition,
        message.offset,
        message.event?.stream ?? null,
        reason,
        message.raw.key,
        message.raw.value,
        JSON.stringify(headers),
      ],
    );
  }
}

import type { ClientBase } from 'pg';
import { letterColumns, type LetterPosition, type StoredDeadLetter } from './read-dead-letters.js';

/** Deletes a dead letter from the table and returns it. @returns undefined if it is not there. */
export async function takeDeadLetter(
  client: ClientBase,
  schema: string,
  { topic, partition, offset }: LetterPosition,
): Promise<StoredDeadLetter | undefined> {
  const { rows } = await client.query<StoredDeadLetter>(
    `DELETE FROM ${schema}.dead_letter WHERE (topic, partition, message_offset) = ($1, $2, $3) RETURNING ${letterColumns}`,
    [topic, partition, offset],
  );
  return rows[0];
}

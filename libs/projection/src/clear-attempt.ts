import type { ClientBase } from 'pg';

/** Deletes the note in the transaction that stores the attempted messages. */
export async function clearAttempt(
  client: ClientBase,
  schema: string,
  topic: string,
  partition: number,
): Promise<void> {
  await client.query(`DELETE FROM ${schema}.attempt WHERE topic = $1 AND partition = $2`, [topic, partition]);
}

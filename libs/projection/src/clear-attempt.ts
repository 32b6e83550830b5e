import type { ClientBase } from 'pg';

/** In the transaction that stores what was attempted. */
export async function clearAttempt(
  client: ClientBase,
  schema: string,
  topic: string,
  partition: number,
): Promise<void> {
  await client.query(`DELETE FROM ${schema}.attempt WHERE topic = $1 AND partition = $2`, [topic, partition]);
}

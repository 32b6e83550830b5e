import type { ClientBase } from 'pg';

/** Lifts the halt of a stream. */
export async function liftHalt(client: ClientBase, schema: string, stream: string): Promise<void> {
  await client.query(`DELETE FROM ${schema}.halted_stream WHERE stream = $1`, [stream]);
}

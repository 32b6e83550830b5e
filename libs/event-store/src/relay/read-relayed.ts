import type { ClientBase, Pool } from 'pg';

export interface RelayedCount {
  topic: string;
  partition: number;
  count: string;
}

const sql = `SELECT topic, partition, count FROM relayed ORDER BY topic, partition`;

/** How many distinct events have been sent to each partition since the beginning. */
export async function readRelayed(client: ClientBase | Pool): Promise<RelayedCount[]> {
  const { rows } = await client.query<RelayedCount>({ name: 'read-relayed', text: sql });
  return rows;
}

import type { ClientBase, Pool } from 'pg';

/** A range of a partition that was deleted before it was read here, so its events are missing. */
export interface LogTruncation {
  topic: string;
  partition: number;
  /** The offset that was to be read next. */
  expected: bigint;
  /** The first offset that the topic still has. */
  beginsAt: bigint;
}

interface Row {
  topic: string;
  partition: number;
  expected: string;
  begins_at: string;
}

export async function storeLogTruncation(
  client: ClientBase,
  schema: string,
  { topic, partition, expected, beginsAt }: LogTruncation,
): Promise<void> {
  await client.query(
    `INSERT INTO ${schema}.late_beginning (topic, partition, expected, begins_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (topic, partition, begins_at) DO UPDATE SET expected = least(late_beginning.expected, excluded.expected)`,
    [topic, partition, expected, beginsAt],
  );
}

/** Ranges that the topics no longer had when a projection set read them. */
export async function readLogTruncations(pool: Pool, schema: string): Promise<LogTruncation[]> {
  const { rows } = await pool.query<Row>(
    `SELECT topic, partition, expected, begins_at FROM ${schema}.late_beginning ORDER BY topic, partition, begins_at`,
  );
  return rows.map(({ topic, partition, expected, begins_at }) => ({
    ...{ topic, partition },
    expected: BigInt(expected),
    beginsAt: BigInt(begins_at),
  }));
}

/** The text of it for readiness and logs. */
export const truncationText = ({ topic, partition, expected, beginsAt }: LogTruncation): string =>
  `${topic}/${partition} begins late: expected ${expected}, begins at ${beginsAt}`;

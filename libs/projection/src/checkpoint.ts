import type { ClientBase, Pool } from 'pg';

export interface Checkpoint {
  /** The offset of the first message that is not stored. */
  nextOffset: bigint;
  /** Distinct events that were applied, parked or halted. */
  counted: bigint;
  /** The number of events that the relay has sent. */
  sequenceCheck: bigint;
}

interface Row {
  next_offset: string;
  counted: string;
  sequenceCheck: string;
}

const toCheckpoint = (row: Row): Checkpoint => ({
  nextOffset: BigInt(row.next_offset),
  counted: BigInt(row.counted),
  sequenceCheck: BigInt(row.sequenceCheck),
});

/**
 * Locks the partition's checkpoint until the transaction ends, so that only one transaction at a time writes the
 * partition.
 */
export async function lockCheckpoint(
  client: ClientBase,
  schema: string,
  topic: string,
  partition: number,
): Promise<{ checkpoint: Checkpoint; isNew: boolean }> {
  const values = [topic, partition];
  const text = `SELECT next_offset, counted, watermark AS "sequenceCheck" FROM ${schema}.checkpoint
                WHERE topic = $1 AND partition = $2 FOR UPDATE`;
  const lock = async () =>
    (await client.query<Row>({ name: `lock-checkpoint-${schema}`, text, values })).rows.map(toCheckpoint)[0];
  for (let isNew = false; ; isNew = true) {
    const checkpoint = await lock();
    if (checkpoint) return { checkpoint, isNew };
    await client.query(
      `INSERT INTO ${schema}.checkpoint (topic, partition) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      values,
    );
  }
}

export async function storeCheckpoint(
  client: ClientBase,
  schema: string,
  topic: string,
  partition: number,
  { nextOffset, counted, sequenceCheck }: Checkpoint,
): Promise<void> {
  await client.query({
    name: `store-checkpoint-${schema}`,
    text: `UPDATE ${schema}.checkpoint SET next_offset = $3, counted = $4, watermark = $5
           WHERE topic = $1 AND partition = $2`,
    values: [topic, partition, nextOffset, counted, sequenceCheck],
  });
}

/** The next offset of each partition: 0 for one that was never read. */
export async function readOffsets(
  pool: Pool,
  schema: string,
  partitions: { topic: string; partition: number }[],
): Promise<{ topic: string; partition: number; offset: string }[]> {
  const { rows } = await pool.query<{ topic: string; partition: number; offset: string }>(
    `SELECT topic, partition, coalesce(next_offset, 0)::text AS offset
     FROM unnest($1::text[], $2::int[]) AS wanted (topic, partition)
     LEFT JOIN ${schema}.checkpoint USING (topic, partition)`,
    [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)],
  );
  return rows;
}

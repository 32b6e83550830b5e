import type { Pool } from 'pg';
import type { Checkpoint } from './checkpoint.js';

export interface PartitionCheckpoint extends Checkpoint {
  topic: string;
  partition: number;
}

interface Row {
  topic: string;
  partition: number;
  next_offset: string;
  counted: string;
  sequenceCheck: string;
}

/** The progress of a projection set in each partition it has read. */
export async function readCheckpoints(pool: Pool, schema: string): Promise<PartitionCheckpoint[]> {
  const { rows } = await pool.query<Row>(
    `SELECT topic, partition, next_offset, counted, watermark AS "sequenceCheck" FROM ${schema}.checkpoint ORDER BY topic, partition`,
  );
  return rows.map(({ topic, partition, next_offset, counted, sequenceCheck }) => ({
    topic,
    partition,
    nextOffset: BigInt(next_offset),
    counted: BigInt(counted),
    sequenceCheck: BigInt(sequenceCheck),
  }));
}

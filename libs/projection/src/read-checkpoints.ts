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
  watermark: string;
}

/** The progress of a projection set in each partition it has read. */
export async function readCheckpoints(pool: Pool, schema: string): Promise<PartitionCheckpoint[]> {
  const { rows } = await pool.query<Row>(
    `SELECT topic, partition, next_offset, counted, watermark FROM ${schema}.checkpoint ORDER BY topic, partition`,
  );
  return rows.map(({ topic, partition, next_offset, counted, watermark }) => ({
    topic,
    partition,
    nextOffset: BigInt(next_offset),
    counted: BigInt(counted),
    watermark: BigInt(watermark),
  }));
}

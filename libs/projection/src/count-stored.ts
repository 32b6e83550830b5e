import type { PartitionEnd } from '#kafka/read-ends.js';
import type { Pool } from 'pg';
import { readCheckpoints, type PartitionCheckpoint } from './read-checkpoints.js';

/** The number of messages before these ends, without deleted ones. */
export const countMessages = (ends: readonly PartitionEnd[]): bigint =>
  ends.reduce((sum, { begin, end }) => sum + end - begin, 0n);

/** The number of them that a set has stored. */
export const countStored = async (pool: Pool, schema: string, ends: readonly PartitionEnd[]): Promise<bigint> =>
  countReached(await readCheckpoints(pool, schema), ends);

/** The number of messages before these checkpoints. */
export function countReached(checkpoints: readonly PartitionCheckpoint[], ends: readonly PartitionEnd[]): bigint {
  const next = new Map(checkpoints.map(({ topic, partition, nextOffset }) => [`${topic}/${partition}`, nextOffset]));
  return ends.reduce((sum, { topic, partition, begin, end }) => {
    const reached = next.get(`${topic}/${partition}`) ?? 0n;
    if (reached <= begin) return sum;
    return sum + (reached < end ? reached : end) - begin;
  }, 0n);
}

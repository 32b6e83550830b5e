import { readEnds, type PartitionEnd } from '#kafka/read-ends.js';
import type { Pool } from 'pg';
import { readLogTruncations, type LogTruncation } from './log-truncations.js';
import { readCheckpoints, type PartitionCheckpoint } from './read-checkpoints.js';

export interface Lag {
  /** Messages that are in the topics and not yet stored here. */
  messages: number;
  /** Partitions that end before our checkpoint, `topic/partition`: their topic was lost or recreated. */
  cutShort: string[];
  /** Messages that were deleted from the topics before they were read here. */
  truncations: LogTruncation[];
}

/** The lag of a projection set behind the topics it has begun to read. */
export async function measureLag(pool: Pool, schema: string, brokers: string[]): Promise<Lag> {
  const checkpoints = await readCheckpoints(pool, schema);
  const ends = await readEnds(brokers, [...new Set(checkpoints.map(({ topic }) => topic))]);
  const stored = await readLogTruncations(pool, schema);
  const lag: Lag = { messages: 0, cutShort: [], truncations: [...stored, ...upcomingTruncations(checkpoints, ends)] };
  for (const { topic, partition, nextOffset } of checkpoints) {
    const found = ends.find((each) => each.topic === topic && each.partition === partition);
    if ((found?.end ?? 0n) < nextOffset) lag.cutShort.push(`${topic}/${partition}`);
    else if (found) lag.messages += waitingIn(found, nextOffset);
  }
  return lag;
}

/** Messages, and holes between them, from an offset on; none before a partition's beginning. */
export function waitingIn({ begin, end }: Pick<PartitionEnd, 'begin' | 'end'>, nextOffset: bigint): number {
  const from = nextOffset > begin ? nextOffset : begin;
  return end > from ? Number(end - from) : 0;
}

/** Partitions that begin later than their checkpoint, and have had no message since. */
export function upcomingTruncations(checkpoints: PartitionCheckpoint[], ends: PartitionEnd[]): LogTruncation[] {
  return checkpoints.flatMap(({ topic, partition, nextOffset: expected }) => {
    const beginsAt = ends.find((each) => each.topic === topic && each.partition === partition)?.begin ?? 0n;
    return beginsAt > expected ? [{ topic, partition, expected, beginsAt }] : [];
  });
}

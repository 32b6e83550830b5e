import { readEnds } from '#kafka/read-ends.js';
import type { Pool } from 'pg';
import { readCheckpoints } from './read-checkpoints.js';

export interface Lag {
  /** Messages that are in the topics and not yet stored here. */
  messages: number;
  /** Partitions that end before our checkpoint, `topic/partition`: their topic was lost or made anew. */
  cutShort: string[];
}

/** How far a projection set is behind the topics it has begun to read. */
export async function measureLag(pool: Pool, schema: string, brokers: string[]): Promise<Lag> {
  const checkpoints = await readCheckpoints(pool, schema);
  const ends = await readEnds(brokers, [...new Set(checkpoints.map(({ topic }) => topic))]);
  const lag: Lag = { messages: 0, cutShort: [] };
  for (const { topic, partition, nextOffset } of checkpoints) {
    const end = ends.find((each) => each.topic === topic && each.partition === partition)?.end ?? 0n;
    if (end < nextOffset) lag.cutShort.push(`${topic}/${partition}`);
    else lag.messages += Number(end - nextOffset);
  }
  return lag;
}

import { connectKafka } from './connect-kafka.js';

export interface PartitionEnd {
  topic: string;
  partition: number;
  /** The offset of the first record; the end where there is none. */
  begin: bigint;
  /** The offset the next message will get. */
  end: bigint;
}

/** The current first and next offset of each partition of the topics. */
export async function readEnds(brokers: string[], topics: readonly string[]): Promise<PartitionEnd[]> {
  const admin = connectKafka(brokers, 'read-ends').admin();
  await admin.connect();
  try {
    const ends: PartitionEnd[] = [];
    for (const topic of topics) {
      const offsets = await admin.fetchTopicOffsets(topic);
      ends.push(
        ...offsets.map(({ partition, low, high }) => ({ topic, partition, begin: BigInt(low), end: BigInt(high) })),
      );
    }
    return ends.sort((one, other) => one.topic.localeCompare(other.topic) || one.partition - other.partition);
  } finally {
    await admin.disconnect();
  }
}

/** A partition's first offset: 0 unless records were deleted, or the topic was mirrored. */
export async function readBegin(brokers: string[], topic: string, partition: number): Promise<bigint> {
  const ends = await readEnds(brokers, [topic]);
  return ends.find((each) => each.partition === partition)?.begin ?? 0n;
}

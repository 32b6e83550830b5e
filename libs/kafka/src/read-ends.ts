import { connectKafka } from './connect-kafka.js';

export interface PartitionEnd {
  topic: string;
  partition: number;
  /** The offset the next message will get. */
  end: bigint;
}

/** Where each partition of the topics ends now. */
export async function readEnds(brokers: string[], topics: readonly string[]): Promise<PartitionEnd[]> {
  const admin = connectKafka(brokers, 'read-ends').admin();
  await admin.connect();
  try {
    const ends: PartitionEnd[] = [];
    for (const topic of topics) {
      const offsets = await admin.fetchTopicOffsets(topic);
      ends.push(...offsets.map(({ partition, high }) => ({ topic, partition, end: BigInt(high) })));
    }
    return ends.sort((one, other) => one.topic.localeCompare(other.topic) || one.partition - other.partition);
  } finally {
    await admin.disconnect();
  }
}

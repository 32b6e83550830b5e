import { connectKafka } from '#kafka/connect-kafka.js';

/** A topic of twelve partitions, as ours have, that no service reads. */
export async function createScratchTopic(brokers: string[], topic: string): Promise<void> {
  const admin = connectKafka(brokers, 'bench-admin').admin();
  await admin.connect();
  try {
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 12, replicationFactor: 1 }] });
  } finally {
    await admin.disconnect();
  }
}

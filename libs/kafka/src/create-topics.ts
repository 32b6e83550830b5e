import { topics } from '#contracts/topics.js';
import { connectKafka } from './connect-kafka.js';

/**
 * Creates the project's topics where they are missing, with unlimited retention. What exists stays as it is.
 * @param replicationFactor copies of each; -1 as the brokers say.
 * @throws Error when a topic exists with another partition count, for that would break the order of keys.
 */
export async function createTopics(brokers: string[], extra: string[] = [], replicationFactor = -1): Promise<void> {
  const admin = connectKafka(brokers, 'create-topics').admin();
  await admin.connect();
  try {
    const wanted = [
      ...Object.values(topics).map(({ name, partitions }) => ({ topic: name, numPartitions: partitions })),
      ...extra.map((topic) => ({ topic, numPartitions: 12 })),
    ];
    const configEntries = [
      { name: 'retention.ms', value: '-1' },
      { name: 'retention.bytes', value: '-1' },
      { name: 'cleanup.policy', value: 'delete' },
      // Twice what the largest event takes with its headers.
      { name: 'max.message.bytes', value: '8388608' },
    ];
    const present = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !present.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({ ...topic, replicationFactor, configEntries })),
      });
    }
    const found = await admin.fetchTopicMetadata({ topics: wanted.map(({ topic }) => topic) });
    for (const { name, partitions } of found.topics) {
      const expected = wanted.find(({ topic }) => topic === name)?.numPartitions;
      if (partitions.length !== expected) {
        throw new Error(`topic ${name} has ${partitions.length} partitions, ${expected} are needed`);
      }
    }
  } finally {
    await admin.disconnect();
  }
}

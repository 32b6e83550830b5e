import type { Admin } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { topics } from '#contracts/topics.js';
import { connectKafka } from './connect-kafka.js';

const servedWithinMs = 30_000;

/**
 * Creates the project's topics where they are missing, with unlimited retention. Existing topics stay as they are.
 * @param replicationFactor copies of each; -1 for the brokers' default.
 * @throws Error when a new topic is not served after 30 s, or when a topic exists with another partition count: that would
 * break the order by key.
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
      // Twice the size of the largest event with its headers.
      { name: 'max.message.bytes', value: '8388608' },
    ];
    const present = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !present.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        // kafkajs 2.2.4 gives up when the broker that it asks does not know the topics yet.
        waitForLeaders: false,
        topics: missing.map((topic) => ({ ...topic, replicationFactor, configEntries })),
      });
      await untilTheyAreServed(
        admin,
        missing.map(({ topic }) => topic),
      );
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

/** Waits until each broker knows a new topic and the leaders of its partitions serve it. */
async function untilTheyAreServed(admin: Admin, wanted: string[]): Promise<void> {
  let last: unknown;
  for (const until = Date.now() + servedWithinMs; Date.now() < until; await delay(100)) {
    try {
      for (const topic of wanted) await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (!isTooEarly(error)) throw error;
      last = error;
    }
  }
  throw new Error(`waited ${servedWithinMs} ms for ${wanted.join(', ')} to be served`, { cause: last });
}

const tooEarly = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION'];

function isTooEarly(error: unknown): boolean {
  const { type = '', cause } = error as { type?: string; cause?: unknown };
  return tooEarly.includes(type) || (cause instanceof Error && isTooEarly(cause));
}

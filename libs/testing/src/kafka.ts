import type { IHeaders } from 'kafkajs';
import { connectKafka } from '#kafka/connect-kafka.js';

/** The brokers of the test run. */
export function testBrokers(): string[] {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (!brokers) throw new Error('TEST_KAFKA_BROKERS is missing: run the tests with `npm run test:int`');
  return brokers.split(',');
}

export interface TopicMessage {
  topic: string;
  partition: number;
  offset: string;
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
}

/** All messages of a topic from its beginning to where it ends now, partition by partition in order. */
export async function readTopic(brokers: string[], topic: string): Promise<TopicMessage[]> {
  const kafka = connectKafka(brokers, 'read-topic');
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
  const open = new Map(
    ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  const messages: TopicMessage[] = [];
  if (open.size === 0) return messages;
  const consumer = kafka.consumer({ groupId: `read-topic-${crypto.randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  const done = Promise.withResolvers<void>();
  const limit = setTimeout(() => done.reject(new Error(`waited 30 s for all of ${topic}`)), 30_000);
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachBatch: ({ batch }) => {
        const { partition } = batch;
        const end = open.get(partition);
        for (const { key, value, headers = {}, offset } of batch.messages) {
          if (end !== undefined && BigInt(offset) < end)
            messages.push({ topic, partition, offset, key, value, headers });
        }
        if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) open.delete(partition);
        if (open.size === 0) done.resolve();
        return Promise.resolve();
      },
    });
    await done.promise;
  } finally {
    clearTimeout(limit);
    await consumer.disconnect();
  }
  return messages.sort(
    (one, other) => one.partition - other.partition || Number(BigInt(one.offset) - BigInt(other.offset)),
  );
}

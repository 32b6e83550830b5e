import { readTopicToEnd, type StoredMessage } from '#kafka/read-topic-to-end.js';

/** The brokers of the test run. */
export function testBrokers(): string[] {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (!brokers) throw new Error('TEST_KAFKA_BROKERS is missing: run the tests with `npm run test:int`');
  return brokers.split(',');
}

export type TopicMessage = StoredMessage;

/** All messages of a topic from its beginning to its present end, partition by partition in order. */
export async function readTopic(brokers: string[], topic: string): Promise<TopicMessage[]> {
  const messages: TopicMessage[] = [];
  await readTopicToEnd({ brokers, topic }, (message) => messages.push(message) > 0);
  return messages.sort(
    (one, other) => one.partition - other.partition || Number(BigInt(one.offset) - BigInt(other.offset)),
  );
}

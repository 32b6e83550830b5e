import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { connectKafka } from './connect-kafka.js';
import { createTopics } from './create-topics.js';

test('a consumer that is stopped while it joins its group is not a member afterwards', async () => {
  const topic = `stopped.${randomUUID()}`;
  await createTopics(testBrokers(), [topic]);
  const kafka = connectKafka(testBrokers(), 'stopped');
  const admin = kafka.admin();
  await admin.connect();
  const consumer = kafka.consumer({ groupId: topic, allowAutoTopicCreation: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    const stopped = new Promise<void>((resolve) => {
      // Emitted a moment before the join. A consumer that is disconnected at that moment reconnects for the join.
      consumer.on(consumer.events.CONNECT, () => resolve(consumer.stop()));
    });
    const joined = new Promise<void>((resolve) => void consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
    await consumer.run({ eachBatch: () => Promise.resolve() });
    await Promise.all([stopped, joined]);
    const members = async () => (await admin.describeGroups([topic])).groups[0]?.members;
    await eventually(async () => (await members())?.length === 0, { what: 'the group to be empty', timeoutMs: 5_000 });
    expect(await members()).toEqual([]);
  } finally {
    await Promise.all([consumer.disconnect(), admin.disconnect()]);
  }
});

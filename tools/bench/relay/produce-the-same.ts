import kafkajs from 'kafkajs';
import { toCloudEvent } from '#contracts/cloud-events.js';
import { recordEvents } from '#event-store/record-events.js';
import { withTimeout } from '#process/with-timeout.js';
import { appendsToRelay, metadata, relayedCount, relayTopic } from './relayed-events.js';

const withinMs = 60_000;

/** The reference: kafkajs alone sends the same messages, made beforehand, one batch after another. @returns events a second. */
export async function produceTheSame(brokers: string[]): Promise<number> {
  const batches = appendsToRelay().map((appends) => recordEvents(appends, metadata).map(toCloudEvent));
  const kafka = new kafkajs.Kafka({ clientId: 'bench-producer', brokers, logLevel: kafkajs.logLevel.NOTHING });
  const producer = kafka.producer({ idempotent: true, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const send = async () => {
    for (const messages of batches)
      await producer.sendBatch({ acks: -1, topicMessages: [{ topic: relayTopic, messages }] });
  };
  try {
    const begun = performance.now();
    await withTimeout(send(), withinMs, `${relayedCount} messages to be produced`);
    return relayedCount / ((performance.now() - begun) / 1_000);
  } finally {
    await producer.disconnect();
  }
}

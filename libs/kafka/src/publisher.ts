import kafkajs from 'kafkajs';
import { connectKafka, type KafkaLog } from './connect-kafka.js';
import { inPortions } from './in-portions.js';
import type { TopicMessages } from './outgoing-message.js';

export interface Publisher {
  /** Resolves when every in-sync replica has the messages. Their order within a partition is kept. */
  publish(topicMessages: TopicMessages[]): Promise<void>;
  disconnect(): Promise<void>;
}

/**
 * An idempotent producer with acks=all. Discard it after an error and connect a new one: its sequence numbers may no longer
 * match the broker's.
 */
export async function connectPublisher(brokers: string[], clientId: string, log?: KafkaLog): Promise<Publisher> {
  const producer = connectKafka(brokers, clientId, log).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 4 },
  });
  await producer.connect();
  return {
    publish: async (topicMessages) => {
      for (const portion of inPortions(topicMessages)) await producer.sendBatch({ acks: -1, topicMessages: portion });
    },
    disconnect: () => producer.disconnect(),
  };
}

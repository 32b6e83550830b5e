import kafkajs, { type Kafka as KafkaClient, type KafkaConfig } from 'kafkajs';
import { giveBatchesWithoutMessages } from './batches-without-messages.js';
import { quietIdleTimer } from './idle-timer.js';
import { kafkaSecurity } from './kafka-security.js';
import { leaveWhenStopped } from './leave-when-stopped.js';

export type KafkaLog = (level: 'error' | 'warn', message: string, detail: Record<string, unknown>) => void;

// A starting or rebalancing cluster always reports these. The idempotent producer's warning is expected: the relay retries
// itself.
const expected = new RegExp(
  [
    'is rebalancing',
    'coordinator is not aware',
    'group coordinator is not available',
    'coordinator is loading',
    'no leader for this topic',
    'not the leader for that topic',
    'does not host this topic',
    'Limiting retries for the idempotent producer',
  ].join('|'),
  'i',
);

/**
 * A kafkajs client with bounded waits. It does not log the errors that a starting or rebalancing cluster always reports.
 * @param brokers `host:port` each.
 * @throws Error if the environment holds only half of the credentials, or names a file that does not exist.
 */
export function connectKafka(brokers: string[], clientId: string, log: KafkaLog = () => undefined): KafkaClient {
  quietIdleTimer();
  giveBatchesWithoutMessages();
  leaveWhenStopped();
  return new kafkajs.Kafka(clientConfig(brokers, clientId, log));
}

/** @throws Error as connectKafka() does. */
export function clientConfig(brokers: string[], clientId: string, log: KafkaLog): KafkaConfig {
  return {
    ...kafkaSecurity(),
    clientId,
    brokers,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator:
      () =>
      ({ level, log: { message, logger: _logger, timestamp: _timestamp, ...detail } }) => {
        const error = typeof detail['error'] === 'string' ? detail['error'] : '';
        if (expected.test(message) || expected.test(error)) return;
        log(level === kafkajs.logLevel.ERROR ? 'error' : 'warn', message, detail);
      },
  };
}

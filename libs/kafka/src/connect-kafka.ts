import kafkajs, { type Kafka as KafkaClient, type KafkaConfig } from 'kafkajs';
import { giveBatchesWithoutMessages } from './batches-without-messages.js';
import { quietIdleTimer } from './idle-timer.js';
import { kafkaSecurity } from './kafka-security.js';
import { leaveWhenStopped } from './leave-when-stopped.js';

export type KafkaLog = (level: 'error' | 'warn', message: string, detail: Record<string, unknown>) => void;

// A starting or rebalancing cluster always shows these; and that retries end is meant: the relay sends again itself.
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
 * A kafkajs client with bounded waits. Errors that a starting or rebalancing cluster always shows are kept quiet.
 * @param brokers `host:port` each.
 * @throws Error where the environment says half of how to sign in to them, or names a file that is not there.
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

import type { KafkaLog } from './connect-kafka.js';

export interface KafkaBatchOptions {
  brokers: string[];
  clientId: string;
  /** The consumer group of a topic is `<group>.<topic>`. */
  group: string;
  /** Where to continue, by the consumer's own checkpoint; Kafka's committed offset is only a hint. */
  startOffsets?(partitions: { topic: string; partition: number }[]): Promise<StartOffset[]>;
  /** Called when partitions of a topic were assigned to this process. */
  onAssigned?(topic: string): void;
  log?: KafkaLog;
  /** Called when the consumer has failed for good; the process should exit and be restarted. */
  onCrash?(error: Error): void;
}

export interface StartOffset {
  topic: string;
  partition: number;
  offset: string;
}

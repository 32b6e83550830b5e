import type { TopicName } from './topics.js';

/** An event as it stands in a store and, through {@link toCloudEvent}, in Kafka. Times are ISO 8601 in UTC. */
export interface RecordedEvent<Type extends string = string, Data = unknown> {
  id: string;
  type: Type;
  schemaVersion: number;
  stream: string;
  /** Position in the stream, from 1, without gaps. */
  version: number;
  topic: TopicName;
  /** Kafka message key: what must stay in order together. */
  key: string;
  partition: number;
  /** When it happened; for an import, the original time. */
  occurredAt: string;
  /** When we learned of it. */
  recordedAt: string;
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  data: Data;
}

/** What a decision gives: the event without what the store adds. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  id: string;
  type: Type;
  occurredAt: string;
  data: Data;
}

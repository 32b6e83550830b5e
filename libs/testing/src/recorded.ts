import { randomUUID } from 'node:crypto';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import type { TopicName } from '#contracts/topics.js';

export interface Recording<Type extends EventType> {
  type: Type;
  stream: string;
  version?: number;
  topic: TopicName;
  key: string;
  occurredAt?: string;
  /** The data, or how to make it for the event's id, which seals are bound to. */
  data: (eventId: string) => DataOf<Type>;
}

/** An event as a consumer gets it. */
export function recorded<Type extends EventType>(recording: Recording<Type>): BroadsideEvent {
  const id = randomUUID();
  const { type, stream, version = 1, topic, key, occurredAt = '2026-01-02T03:04:05.678Z', data } = recording;
  return {
    ...{ id, type, stream, version, topic, key, occurredAt },
    schemaVersion: 1,
    partition: 0,
    recordedAt: '2026-01-02T03:04:06.000Z',
    correlationId: randomUUID(),
    data: data(id),
  } as BroadsideEvent;
}

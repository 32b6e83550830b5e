import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import type { TopicName } from '#contracts/topics.js';
import { ownersOf, sealEvent } from '#keyring/event-codec.js';
import type { PersonKey } from '#keyring/keyring.js';

export interface Recording<Type extends EventType> {
  type: Type;
  stream: string;
  version?: number;
  topic: TopicName;
  key: string;
  occurredAt?: string;
  /** The data: in clear if it is to be sealed, else as it is stored. */
  data: () => DataOf<Type>;
  /** One key that seals every personal field, whoever its owner is. */
  under?: PersonKey;
}

/** An event as a consumer gets it. */
export function recorded<Type extends EventType>(recording: Recording<Type>): BroadsideEvent {
  const { type, stream, version = 1, topic, key, occurredAt = '2026-01-02T03:04:05.678Z', data, under } = recording;
  const event = { id: randomUUID(), type, occurredAt, data: data() };
  return {
    ...(under ? sealedUnder(under, event) : event),
    ...{ stream, version, topic, key },
    schemaVersion: 1,
    partition: 0,
    recordedAt: '2026-01-02T03:04:06.000Z',
    correlationId: randomUUID(),
  } as BroadsideEvent;
}

const sealedUnder = (key: PersonKey, event: DomainEvent) =>
  sealEvent(event, new Map(ownersOf([event]).map((owner) => [owner, key])));

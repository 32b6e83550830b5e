import type { EventMetadata } from './event-store.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { serialise } from './serialise.js';

// The outbox takes its ids here, after the events were inserted. The next version of a stream can only be appended once this
// one is committed, so it always gets a higher id: draining by id keeps each stream in order.
/**
 * Two parts of a WITH that insert `$1` to `$14` ({@link insertedValues}) into the events and the outbox if the condition
 * holds.
 */
export const insertEvents = (condition: string) => `
appended AS (
  INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                      correlation_id, causation_id, traceparent, data)
  SELECT stream, version, id, type, schema_version, topic, key, partition, occurred_at, $9, $10, $11, $12, data
  FROM unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[],
              $13::timestamptz[], $14::json[]) WITH ORDINALITY
    AS input (stream, version, id, type, schema_version, topic, key, partition, occurred_at, data, ordinal)
  WHERE ${condition}
  ORDER BY ordinal
  RETURNING position
),
queued AS (INSERT INTO outbox (position) SELECT position FROM appended ORDER BY position)`;

/** @throws EventTooLarge */
export function insertedValues(events: RecordedEvent[], metadata: EventMetadata): unknown[] {
  const column = <Value>(pick: (event: RecordedEvent) => Value): Value[] => events.map(pick);
  return [
    column((event) => event.stream),
    column((event) => event.version),
    column((event) => event.id),
    column((event) => event.type),
    column((event) => event.schemaVersion),
    column((event) => event.topic),
    column((event) => event.key),
    column((event) => event.partition),
    metadata.recordedAt,
    metadata.correlationId,
    metadata.causationId ?? null,
    metadata.traceparent ?? null,
    column((event) => event.occurredAt),
    events.map(serialise),
  ];
}

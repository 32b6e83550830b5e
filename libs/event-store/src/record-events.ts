import type { RecordedEvent } from '#contracts/envelope.js';
import { partitionOf } from '#contracts/topics.js';
import type { Append, EventMetadata } from './event-store.js';

/**
 * Gives each event its version, partition and metadata. `occurredAt` is never after `recordedAt`, whatever a clock or an
 * archive says. All types are at schema version 1 until one gets an upcaster.
 */
export function recordEvents(appends: Append[], metadata: EventMetadata): RecordedEvent[] {
  const recordedAt = Date.parse(metadata.recordedAt);
  return appends.flatMap(({ stream, expectedVersion, topic, key, events }) => {
    const partition = partitionOf(key);
    return events.map((event, index) => ({
      ...metadata,
      id: event.id,
      type: event.type,
      schemaVersion: 1,
      stream,
      version: expectedVersion + 1 + index,
      topic,
      key,
      partition,
      occurredAt: new Date(Math.min(Date.parse(event.occurredAt), recordedAt)).toISOString(),
      data: event.data,
    }));
  });
}

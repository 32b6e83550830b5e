import { commentApproved, commentPosted } from '#contracts/comments/comment.examples.js';
import { toCloudEvent } from '#contracts/cloud-events.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { recordEvents } from '#event-store/record-events.js';
import type { BatchMessage } from '#kafka/message-batch.js';
import type { Publisher } from '#kafka/publisher.js';
import { anEvent, append, metadata } from '../event-store.js';

/** The type that the version before does not know. */
export const newerType = 'CommentApproved';

/** Versions `first` to `last` of a stream. */
export function versionsOf(stream: string, first: number, last: number, key = stream): RecordedEvent[] {
  const events = Array.from({ length: last - first + 1 }, () => ({ ...anEvent(), data: commentPosted }));
  return recordEvents([append(stream, first - 1, key, events)], metadata());
}

/** The same, with these versions of the {@link newerType}. */
export const withNewer = (events: RecordedEvent[], ...versions: number[]): RecordedEvent[] =>
  events.map((event) =>
    versions.includes(event.version) ? { ...event, type: newerType, data: commentApproved } : event,
  );

/** Events as a consumer gets them, at these offsets. */
export function asMessages(events: RecordedEvent[], firstOffset = 0): BatchMessage[] {
  return events.map((event, index) => {
    const { key, value, headers } = toCloudEvent(event);
    const raw = { key: Buffer.from(key), value: Buffer.from(value), headers };
    return { offset: String(firstOffset + index), key, event, raw };
  });
}

/** Sends events to a topic of the test's own, each to its partition. */
export const publishEvents = (publisher: Publisher, topic: string, events: RecordedEvent[]): Promise<void> =>
  publisher.publish([{ topic, messages: events.map(toCloudEvent) }]);

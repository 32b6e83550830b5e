import { randomUUIDv7 } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import type { Append, EventMetadata } from '#event-store/event-store.js';
import { chunksOf } from '../chunks.js';

/** No topic of the contract, so that no service of the copy reads along. */
export const relayTopic = 'bench.relay.v1' as TopicName;

export const relayedCount = 50_000;
export const batchSize = 500;
const dataBytes = 400;
const articles = 1_000;

export const metadata: EventMetadata = {
  correlationId: 'bench',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  recordedAt: '2026-01-02T03:04:05.678Z',
};

/** 50,000 streams of one event whose data is 400 bytes of JSON, spread over 1,000 keys, in batches of 500. */
export function appendsToRelay(): Append[][] {
  const filler = 'x'.repeat(dataBytes - '{"text":""}'.length);
  const event = (): DomainEvent => ({
    id: randomUUIDv7(),
    type: 'CommentPosted',
    occurredAt: metadata.recordedAt,
    data: { text: filler },
  });
  const appends = Array.from({ length: relayedCount }, (_, number) => ({
    stream: `comment-${number}`,
    expectedVersion: 0,
    topic: relayTopic,
    key: `article-${number % articles}`,
    events: [event()],
  }));
  return chunksOf(appends, batchSize);
}

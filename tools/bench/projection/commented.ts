import { randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto';
import type { RecordedEvent } from '#contracts/envelope.js';
import { partitionOf } from '#contracts/topics.js';
import { sealEvent } from '#keyring/event-codec.js';
import { sentences } from '../sentences.js';
import { projectionTopic } from './projection-topic.js';

export const commentCount = 50_000;
const articleCount = 1_000;
const personCount = 500;

/** The key of each person who comments. */
export const people = (): Map<string, Buffer> =>
  new Map(Array.from({ length: personCount }, () => [randomUUID(), randomBytes(32)]));

/** 50,000 comments of 500 people under 1,000 articles, sealed as the comments service seals them. */
export function commentEvents(keys: Map<string, Buffer>): RecordedEvent[] {
  const authors = [...keys];
  const articles = Array.from({ length: articleCount }, () => randomUUID());
  return Array.from({ length: commentCount }, (_, n) => {
    const [personId, key] = authors[(n * 13) % personCount] as [string, Buffer];
    return commentPosted({ n, personId, key, articleId: articles[(n * 7) % articleCount] as string });
  });
}

export interface Posting {
  n: number;
  articleId: string;
  personId: string;
  key: Buffer;
}

/** The nth comment as it is recorded. */
export function commentPosted({ n, articleId, personId, key }: Posting): RecordedEvent {
  const id = randomUUIDv7();
  const commentId = 2_000_000 + n;
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
  const body = sentences(n);
  const website = n % 4 === 0 ? { website: `https://example.org/${n % personCount}` } : {};
  const recorded = {
    id,
    type: 'CommentPosted',
    schemaVersion: 1,
    stream: `comment-${commentId}`,
    version: 1,
    topic: projectionTopic,
    key: articleId,
    partition: partitionOf(articleId),
    occurredAt: at,
    recordedAt: at,
    correlationId: id,
    data: {
      commentId,
      articleId,
      parentId: null,
      author: { personId, kind: 'guest', name: `Guest ${n % personCount}`, ...website },
      body: body,
      format: 'text',
      facts: { codePoints: body.length, links: 0 },
      actor: { kind: 'person', id: personId },
    },
  };
  return { ...recorded, ...sealEvent(recorded, new Map([[personId, key]])) };
}

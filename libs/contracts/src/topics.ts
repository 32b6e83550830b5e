import { murmur2 } from './murmur2.js';

export type TopicName = 'articles.events.v1' | 'comments.events.v1' | 'users.events.v1';

export interface Topic {
  name: TopicName;
  partitions: number;
  keyedBy: 'article' | 'person';
}

/** The public topics. Retention is for ever; the partition count never changes, for a key's order hangs on it. */
export const topics = {
  articles: { name: 'articles.events.v1', partitions: 12, keyedBy: 'article' },
  comments: { name: 'comments.events.v1', partitions: 12, keyedBy: 'article' },
  users: { name: 'users.events.v1', partitions: 12, keyedBy: 'person' },
} as const satisfies Record<string, Topic>;

const encoder = new TextEncoder();

/** The partition a key goes to: the same as the default of Kafka's Java client, so that any producer agrees. */
export function partitionOf(key: string, partitions = 12): number {
  return (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions;
}

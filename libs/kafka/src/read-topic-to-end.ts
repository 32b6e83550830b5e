import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, EachBatchPayload, IHeaders } from 'kafkajs';
import { connectKafka } from './connect-kafka.js';

export interface StoredMessage {
  topic: string;
  partition: number;
  offset: string;
  /** Milliseconds since 1970, as the broker keeps it. */
  timestamp: string;
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
}

export interface TopicReading {
  brokers: string[];
  topic: string;
  /** Reads only this partition; all partitions if left out. */
  partition?: number | undefined;
  /** The first offset to read of each partition; the partition's beginning if left out or beyond the end. */
  from?: ReadonlyMap<number, bigint>;
  /** The longest wait for the next messages, in milliseconds. */
  stallMs?: number;
}

export class NoSuchTopic extends Error {}

/**
 * Passes every message to `take`, from the topic's beginning or `from` to its present end, each partition in order, until
 * `take` returns false. Leaves nothing behind on the brokers.
 * @throws NoSuchTopic; Error naming the partitions from which nothing came for `stallMs`.
 */
export async function readTopicToEnd(
  { brokers, topic, partition, from = new Map(), stallMs = 15_000 }: TopicReading,
  take: (message: StoredMessage) => boolean | Promise<boolean>,
): Promise<void> {
  const kafka = connectKafka(brokers, 'read-topic');
  const admin = kafka.admin();
  await admin.connect();
  const groupId = `read-topic-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  try {
    const ends = await readEnds(admin, topic, partition);
    const starts = new Map([...from].filter(([each, start]) => start <= (ends.get(each) ?? 0n)));
    for (const [each, start] of starts) if (start === ends.get(each)) ends.delete(each);
    if (ends.size > 0) await consume(consumer, { topic, ends, starts, stallMs }, take);
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
}

/** The end of each partition that holds messages. */
async function readEnds(admin: Admin, topic: string, only: number | undefined): Promise<Map<number, bigint>> {
  const known = await admin.listTopics();
  if (!known.includes(topic)) throw new NoSuchTopic(`there is no topic ${topic}; there are ${known.sort().join(', ')}`);
  const offsets = await admin.fetchTopicOffsets(topic);
  if (only !== undefined && !offsets.some(({ partition }) => partition === only))
    throw new NoSuchTopic(`topic ${topic} has partitions 0 to ${offsets.length - 1}, and no ${only}`);
  const wanted = offsets.filter(({ partition }) => only === undefined || partition === only);
  return new Map(
    wanted.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]),
  );
}

interface Consuming {
  topic: string;
  /** Partitions that are still being read; entries are removed as their ends are reached. */
  ends: Map<number, bigint>;
  starts: ReadonlyMap<number, bigint>;
  stallMs: number;
}

async function consume(
  consumer: Consumer,
  { topic, ends, starts, stallMs }: Consuming,
  take: (message: StoredMessage) => boolean | Promise<boolean>,
): Promise<void> {
  const done = Promise.withResolvers<void>();
  const stalled = () =>
    done.reject(new Error(`waited ${stallMs / 1_000} s for partitions ${[...ends.keys()].join(', ')} of ${topic}`));
  let limit = setTimeout(stalled, stallMs);
  const handle = async ({ batch, heartbeat }: EachBatchPayload) => {
    const end = ends.get(batch.partition);
    if (end === undefined) return;
    clearTimeout(limit);
    for (const { key, value, headers = {}, offset, timestamp } of batch.messages) {
      if (BigInt(offset) >= end) break;
      if (BigInt(offset) < (starts.get(batch.partition) ?? 0n)) continue;
      const message = { topic, partition: batch.partition, offset, timestamp, key, value, headers };
      if (!(await take(message))) ends.clear();
      if (ends.size === 0) return done.resolve();
    }
    if (BigInt(batch.lastOffset()) + 1n >= end) ends.delete(batch.partition);
    if (ends.size === 0) return done.resolve();
    limit = setTimeout(stalled, stallMs);
    await heartbeat();
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: (payload) => handle(payload).catch((error: unknown) => done.reject(error as Error)),
    });
    for (const [partition, start] of starts) consumer.seek({ topic, partition, offset: start.toString() });
    await done.promise;
  } finally {
    clearTimeout(limit);
  }
}

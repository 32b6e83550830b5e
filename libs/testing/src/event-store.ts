import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { Append, EventMetadata } from '#event-store/event-store.js';
import { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { Relay, type RelayOptions } from '#event-store/relay/relay.js';
import { eventStoreTables } from '#event-store/schema/event-store.tables.js';
import { connectPublisher } from '#kafka/publisher.js';
import { createTables } from './create-tables.js';
import { testBrokers, readTopic, type TopicMessage } from './kafka.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';

export interface TestStore {
  database: TestDatabase;
  store: PostgresEventStore;
  /** A relay of this database, with options in addition to the defaults. */
  relay(more?: Partial<RelayOptions>): Relay;
  /** Resolves when the outbox is empty. */
  outboxDepth(): Promise<number>;
}

export async function createTestStore(server?: string): Promise<TestStore> {
  const database = await createTestDatabase(server);
  await createTables(database.pool, eventStoreTables);
  return {
    database,
    store: new PostgresEventStore(database.pool),
    relay: (more = {}) =>
      new Relay({
        databaseUrl: database.url,
        pool: database.pool,
        connectPublisher: () => connectPublisher(testBrokers(), 'test-relay'),
        ...more,
      }),
    outboxDepth: async () => {
      const { rows } = await database.pool.query<{ depth: number }>('SELECT count(*)::int AS depth FROM outbox');
      return rows[0]?.depth ?? 0;
    },
  };
}

export const metadata = (): EventMetadata => ({ correlationId: randomUUID(), recordedAt: new Date().toISOString() });

/** An event with the contract's example as its data. */
export const anEvent = (): DomainEvent => ({
  id: randomUUID(),
  type: 'CommentPosted',
  occurredAt: '2026-01-02T03:04:05.678Z',
  data: commentPosted,
});

/** One event at the end of a stream. */
export const append = (stream: string, expectedVersion: number, key = stream, events = [anEvent()]): Append => ({
  stream,
  expectedVersion,
  topic: 'comments.events.v1',
  key,
  events,
});

/** The stream and version of each of a stream's messages, in the topic's order. */
export async function relayedVersions(streams: string[]): Promise<Map<string, number[]>> {
  const messages = await readTopic(testBrokers(), 'comments.events.v1');
  return new Map(streams.map((stream) => [stream, versionsOf(messages, stream)]));
}

const versionsOf = (messages: TopicMessage[], stream: string) =>
  messages
    .filter(({ headers }) => String(headers['ce_subject']) === stream)
    .map(({ headers }) => Number(String(headers['ce_sequence'])));

/** Versions without repetitions: each at its first occurrence. */
export const distinct = (versions: number[]): number[] => [...new Set(versions)];

export const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

import type { DomainEvent, RecordedEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import { Rejection } from '#decider/rejection.js';

/** New events of one stream; the first gets version `expectedVersion + 1`. */
export interface Append {
  stream: string;
  /** The version that the decision was based on; 0 for a stream that must not exist. */
  expectedVersion: number;
  topic: TopicName;
  key: string;
  events: DomainEvent[];
}

/** Metadata that all events of one command share. */
export interface EventMetadata {
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** ISO 8601. */
  recordedAt: string;
}

/** A client's name for one command. A repetition under the same name gets the first answer. */
export interface IdempotencyKey {
  key: string;
  /** Keyed hash of the command, to detect that a key is used for another command. */
  fingerprint: string;
}

export interface StoreTransaction<Client = unknown> {
  /** The store's own connection, for reservations and look-ups in the same transaction. */
  client: Client;
  /** @param after a version: the events behind it; all if left out. */
  readStream(stream: string, after?: number): Promise<RecordedEvent[]>;
  /** @throws VersionConflict when a stream is not at its expected version; EventTooLarge. */
  append(appends: Append[], metadata: EventMetadata): Promise<void>;
  /** Claims the key. Returns the answer stored under it, or undefined when the key is new. @throws IdempotencyKeyReused */
  claimCommand<Answer>(key: IdempotencyKey): Promise<Answer | undefined>;
  storeAnswer(key: IdempotencyKey, answer: unknown): Promise<void>;
}

/** The first events of a stream, and the answer to the command that starts it. */
export interface StreamStart<Answer> {
  start: Omit<Append, 'expectedVersion'>;
  metadata: EventMetadata;
  idempotency: IdempotencyKey;
  answer: Answer;
}

export interface EventStore<Client = unknown> {
  readStream(stream: string): Promise<RecordedEvent[]>;
  /**
   * Atomically claims the key, appends the events and stores the answer.
   * @returns the answer. If the key was used before, the earlier answer, and nothing is appended.
   * @throws VersionConflict when the stream exists; EventTooLarge; IdempotencyKeyReused.
   */
  startStream<Answer>(start: StreamStart<Answer>): Promise<Answer>;
  /** The answer stored under the key, if any. @throws IdempotencyKeyReused */
  recall<Answer>(key: IdempotencyKey): Promise<Answer | undefined>;
  /**
   * Commits all of `work` or nothing; the relay sends what was appended after the commit. @throws TakenMeanwhile; what
   * `work` throws
   */
  transact<Result>(work: (transaction: StoreTransaction<Client>) => Promise<Result>): Promise<Result>;
}

export class VersionConflict extends Rejection {
  constructor(
    readonly stream: string,
    readonly expected: number,
  ) {
    super('VersionConflict', { kind: 'try again', afterSeconds: 1 }, 'Too many people change this at once.');
  }
}

/** Bytes of an event's data as JSON; one Kafka message holds it easily. */
export const largestEvent = 4_000_000;

export class EventTooLarge extends Rejection {
  constructor(stream: string, bytes: number) {
    super(
      'EventTooLarge',
      { kind: 'too large' },
      `an event for ${stream} has ${bytes} bytes, more than ${largestEvent}`,
    );
  }
}

export class IdempotencyKeyReused extends Rejection {
  constructor() {
    const fields = { 'Idempotency-Key': ['was used for another command'] };
    super('IdempotencyKeyReused', { kind: 'invalid', fields }, 'the Idempotency-Key was used for another command');
  }
}

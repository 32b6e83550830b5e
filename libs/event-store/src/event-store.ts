import type { DomainEvent, RecordedEvent } from '#contracts/envelope.js';
import type { TopicName } from '#contracts/topics.js';
import { Rejection } from '#decider/rejection.js';

/** New events of one stream; the first gets version `expectedVersion + 1`. */
export interface Append {
  stream: string;
  /** The version the decision was made on; 0 for a stream that must not exist. */
  expectedVersion: number;
  topic: TopicName;
  key: string;
  events: DomainEvent[];
}

/** What is said of every event of one command. */
export interface EventMetadata {
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** ISO 8601. */
  recordedAt: string;
}

/** A client's name for one command: repeated, it gets the first answer. */
export interface IdempotencyKey {
  key: string;
  /** Keyed hash of the command, so that a key used for another command is noticed. */
  fingerprint: string;
}

export interface StoreTransaction<Client = unknown> {
  /** The store's own connection, for reservations and look-ups in the same transaction. */
  client: Client;
  readStream(stream: string): Promise<RecordedEvent[]>;
  /** @throws VersionConflict when a stream is not at its expected version; EventTooLarge. */
  append(appends: Append[], metadata: EventMetadata): Promise<void>;
  /** The answer already given under the key, or undefined when the command is ours to run. @throws IdempotencyKeyReused */
  claimCommand<Answer>(key: IdempotencyKey): Promise<Answer | undefined>;
  rememberAnswer(key: IdempotencyKey, answer: unknown): Promise<void>;
}

/** The first events of a stream, and what the command that began it is answered. */
export interface StreamStart<Answer> {
  start: Omit<Append, 'expectedVersion'>;
  metadata: EventMetadata;
  idempotency: IdempotencyKey;
  answer: Answer;
}

export interface EventStore<Client = unknown> {
  readStream(stream: string): Promise<RecordedEvent[]>;
  /**
   * Claims the key, appends and remembers the answer at one stroke.
   * @returns the answer; where the key was used before the one given then, and nothing is appended.
   * @throws VersionConflict when there is such a stream; EventTooLarge; IdempotencyKeyReused.
   */
  startStream<Answer>(start: StreamStart<Answer>): Promise<Answer>;
  /** The answer given under the key before, if any. @throws IdempotencyKeyReused */
  recall<Answer>(key: IdempotencyKey): Promise<Answer | undefined>;
  /** All or nothing; what was appended is offered to Kafka after the commit. @throws TakenMeanwhile; what `work` throws */
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

/** Bytes of an event's data as JSON; what one Kafka message takes with ease. */
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

import type { RecordedEvent } from '#contracts/envelope.js';
import {
  IdempotencyKeyReused,
  VersionConflict,
  type Append,
  type EventMetadata,
  type EventStore,
  type IdempotencyKey,
  type StoreTransaction,
  type StreamStart,
} from './event-store.js';
import { recordEvents } from './record-events.js';
import { serialise } from './serialise.js';

/** An event store without a database, for tests of slices. Transactions run one after another. */
export class InMemoryEventStore implements EventStore<undefined> {
  private events: RecordedEvent[] = [];
  private commands = new Map<string, { fingerprint: string; answer: unknown }>();
  private tail: Promise<unknown> = Promise.resolve();

  readStream(stream: string): Promise<RecordedEvent[]> {
    return Promise.resolve(this.events.filter((event) => event.stream === stream));
  }

  transact<Result>(work: (transaction: StoreTransaction<undefined>) => Promise<Result>): Promise<Result> {
    const turn = this.tail.then(() => this.run(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  startStream<Answer>({ start, metadata, idempotency, answer }: StreamStart<Answer>): Promise<Answer> {
    return this.transact(async (transaction) => {
      const known = await transaction.claimCommand<Answer>(idempotency);
      if (known !== undefined) return known;
      await transaction.append([{ ...start, expectedVersion: 0 }], metadata);
      await transaction.storeAnswer(idempotency, answer);
      return answer;
    });
  }

  async recall<Answer>(key: IdempotencyKey): Promise<Answer | undefined> {
    await this.tail;
    return this.known(key)?.answer as Answer | undefined;
  }

  private async run<Result>(work: (transaction: StoreTransaction<undefined>) => Promise<Result>): Promise<Result> {
    const before = { events: [...this.events], commands: new Map(this.commands) };
    try {
      return await work({
        client: undefined,
        readStream: async (stream, after = 0) => (await this.readStream(stream)).slice(after),
        append: (appends, metadata) =>
          new Promise((resolve) => {
            resolve(this.append(appends, metadata));
          }),
        claimCommand: <Answer>(key: IdempotencyKey) =>
          new Promise<Answer | undefined>((resolve) => {
            resolve(this.claim(key) as Answer | undefined);
          }),
        storeAnswer: ({ key, fingerprint }, answer) => {
          this.commands.set(key, { fingerprint, answer });
          return Promise.resolve();
        },
      });
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
  }

  private append(appends: Append[], metadata: EventMetadata): void {
    for (const { stream, expectedVersion } of appends) {
      const version = this.events.filter((event) => event.stream === stream).length;
      if (version !== expectedVersion) throw new VersionConflict(stream, expectedVersion);
    }
    const events = recordEvents(appends, metadata);
    // As the Postgres store does: an event that cannot be sent is refused.
    for (const event of events) serialise(event);
    this.events.push(...events);
  }

  private claim(idempotency: IdempotencyKey): unknown {
    const known = this.known(idempotency);
    if (!known) this.commands.set(idempotency.key, { fingerprint: idempotency.fingerprint, answer: undefined });
    return known?.answer;
  }

  private known({ key, fingerprint }: IdempotencyKey): { answer: unknown } | undefined {
    const known = this.commands.get(key);
    if (known && known.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
    return known;
  }
}

import type { DomainEvent, RecordedEvent } from '#contracts/envelope.js';
import type { EventStore, StoreTransaction, StreamStart } from '#event-store/event-store.js';
import { sealEvent, type Keys } from './event-codec.js';
import type { Keyring, PersonKey } from './keyring.js';

/** A transaction that takes events in clear and stores them sealed. */
export interface SealingTransaction<Client> extends StoreTransaction<Client> {
  /** The keys fetched before the transaction, and those it has created. */
  readonly keys: Keys;
  /**
   * Creates keys for owners that have none yet. The keyring is another database: a rollback does not delete them.
   * @throws Error if a key is destroyed.
   */
  makeKeys(owners: readonly string[]): Promise<void>;
  /**
   * The events as they are stored. Each event is sealed only once, because a second sealing would give another text.
   * @throws KeyMissing
   */
  stored(events: readonly DomainEvent[]): DomainEvent[];
}

/** Wraps an event store: personal fields are sealed on append. Reads return the events as they are stored, still sealed. */
export class SealingEventStore<Client> {
  constructor(
    private readonly store: EventStore<Client>,
    private readonly keyring: Keyring,
  ) {}

  readStream(stream: string): Promise<RecordedEvent[]> {
    return this.store.readStream(stream);
  }

  recall: EventStore<Client>['recall'] = (key) => this.store.recall(key);

  /** Like {@link EventStore.startStream}. @throws KeyMissing too. */
  startStream<Answer>({ start, ...more }: StreamStart<Answer>, keys: Keys): Promise<Answer> {
    const events = start.events.map((event) => sealEvent(event, keys));
    return this.store.startStream({ ...more, start: { ...start, events } });
  }

  /** @param sealedFor the owners whose keys the events need; the keys are fetched before the transaction begins. */
  async transact<Result>(
    work: (transaction: SealingTransaction<Client>) => Promise<Result>,
    { sealedFor = [] }: { sealedFor?: readonly string[] } = {},
  ): Promise<Result> {
    const keys = await this.keysOf(sealedFor);
    return this.store.transact((transaction) => work(this.sealing(transaction, new Map(keys))));
  }

  async keysOf(owners: readonly string[]): Promise<Map<string, PersonKey | undefined>> {
    return owners.length > 0 ? this.keyring.keysOf([...owners]) : new Map<string, PersonKey | undefined>();
  }

  private sealing(
    transaction: StoreTransaction<Client>,
    keys: Map<string, PersonKey | undefined>,
  ): SealingTransaction<Client> {
    const sealed = new Map<DomainEvent, DomainEvent>();
    const stored = (events: readonly DomainEvent[]) =>
      events.map((event) => {
        const known = sealed.get(event) ?? sealEvent(event, keys);
        sealed.set(event, known);
        return known;
      });
    return {
      ...transaction,
      keys,
      stored,
      makeKeys: async (owners) => {
        if (owners.length === 0) return;
        await this.keyring.createKeys([...owners]);
        for (const [owner, key] of await this.keyring.keysOf([...owners])) {
          if (!key) throw new Error(`the key of ${owner} is destroyed`);
          keys.set(owner, key);
        }
      },
      append: (appends, metadata) =>
        transaction.append(
          appends.map((append) => ({ ...append, events: stored(append.events) })),
          metadata,
        ),
    };
  }
}

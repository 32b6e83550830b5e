import type { DomainEvent } from '#contracts/envelope.js';
import type { Pool, PoolClient } from 'pg';
import { appendToStream } from './append-to-stream.js';
import { claimCommand } from './claim-command.js';
import type { EventStore, IdempotencyKey, StoreTransaction, StreamStart } from './event-store.js';
import { insertStream } from './insert-stream.js';
import { asOutcome } from './outcome-unknown.js';
import { readStream } from './read-stream.js';
import { readAnswer } from './read-answer.js';
import { storeAnswer } from './store-answer.js';
import { asTaken } from './taken-meanwhile.js';

/** The event store of one service database. Listeners are called only after the commit. */
export class PostgresEventStore implements EventStore<PoolClient> {
  private readonly listeners: ((events: DomainEvent[]) => void)[] = [];

  constructor(private readonly pool: Pool) {}

  /** Registers a listener for appended events; it must not throw. The answer to the command does not wait for it. */
  whenCommitted(listener: (events: DomainEvent[]) => void): void {
    this.listeners.push(listener);
  }

  readStream(stream: string) {
    return readStream(this.pool, stream);
  }

  recall<Answer>(key: IdempotencyKey): Promise<Answer | undefined> {
    return readAnswer(this.pool, key);
  }

  async startStream<Answer>(start: StreamStart<Answer>): Promise<Answer> {
    const known = await insertStream(this.pool, start);
    if (known !== undefined) return known;
    this.tell(start.start.events);
    return start.answer;
  }

  async transact<Result>(work: (transaction: StoreTransaction<PoolClient>) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    const appended: DomainEvent[] = [];
    let broken: Error | undefined;
    try {
      // Not awaited: a pipelined connection sends it together with the first query of the work.
      const begun = client.query('BEGIN');
      begun.catch(() => undefined);
      const result = await work({
        client,
        readStream: (stream, after) => readStream(client, stream, after),
        append: (appends, metadata) => {
          for (const { events } of appends) appended.push(...events);
          return appendToStream(client, appends, metadata);
        },
        claimCommand: (key) => claimCommand(client, key),
        storeAnswer: (key, answer) => storeAnswer(client, key, answer),
      });
      await begun;
      await client.query('COMMIT').catch((error: unknown) => {
        throw asOutcome(error);
      });
      this.tell(appended);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
      throw asTaken(error);
    } finally {
      client.release(broken);
    }
  }

  private tell(appended: DomainEvent[]): void {
    if (appended.length > 0) for (const listener of this.listeners) listener(appended);
  }
}

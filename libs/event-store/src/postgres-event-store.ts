import type { Pool, PoolClient } from 'pg';
import { appendToStream } from './append-to-stream.js';
import { claimCommand } from './claim-command.js';
import type { EventStore, StoreTransaction } from './event-store.js';
import { readStream } from './read-stream.js';
import { rememberAnswer } from './remember-answer.js';

/** The event store of one service database. `onCommit` wakes the relay; it never runs before the commit. */
export class PostgresEventStore implements EventStore<PoolClient> {
  constructor(
    private readonly pool: Pool,
    private readonly onCommit: () => void = () => undefined,
  ) {}

  readStream(stream: string) {
    return readStream(this.pool, stream);
  }

  async transact<Result>(work: (transaction: StoreTransaction<PoolClient>) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let appended = false;
    let broken: Error | undefined;
    try {
      // Not awaited: over a connection that pipelines it goes out together with the first query of the work.
      const begun = client.query('BEGIN');
      begun.catch(() => undefined);
      const result = await work({
        client,
        readStream: (stream) => readStream(client, stream),
        append: (appends, metadata) => {
          appended = true;
          return appendToStream(client, appends, metadata);
        },
        claimCommand: (key) => claimCommand(client, key),
        rememberAnswer: (key, answer) => rememberAnswer(client, key, answer),
      });
      await begun;
      await client.query('COMMIT');
      if (appended) this.onCommit();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

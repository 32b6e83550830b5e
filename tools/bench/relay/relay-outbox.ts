import { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { Relay } from '#event-store/relay/relay.js';
import { connectPublisher } from '#kafka/publisher.js';
import { withTimeout } from '#process/with-timeout.js';
import type { ScratchDatabase } from '../scratch-database.js';
import { settle } from '../scratch-database.js';
import { appendsToRelay, batchSize, metadata, relayedCount } from './relayed-events.js';

const fillWithinMs = 90_000;
const relayWithinMs = 60_000;

/** Fills the outbox, then lets our relay empty it. @returns events a second, from its connection on to the last delete. */
export async function relayOutbox({ url, pool }: ScratchDatabase, brokers: string[]): Promise<number> {
  await pool.query('TRUNCATE events, outbox, relayed');
  await withTimeout(fill(new PostgresEventStore(pool)), fillWithinMs, 'the outbox to be filled');
  await settle(url);
  const all = Promise.withResolvers<number>();
  let begun = 0;
  let relayed = 0;
  const relay = new Relay({
    databaseUrl: url,
    pool,
    batchSize,
    connectPublisher: async () => {
      const publisher = await connectPublisher(brokers, 'bench-relay');
      begun = performance.now();
      return publisher;
    },
    onRelayed: (count) => {
      relayed += count;
      if (relayed === relayedCount) all.resolve((performance.now() - begun) / 1_000);
    },
  });
  relay.start();
  try {
    return relayedCount / (await withTimeout(all.promise, relayWithinMs, `${relayedCount} events to be relayed`));
  } finally {
    await relay.stop();
  }
}

async function fill(store: PostgresEventStore): Promise<void> {
  for (const appends of appendsToRelay()) await store.transact(({ append }) => append(appends, metadata));
}

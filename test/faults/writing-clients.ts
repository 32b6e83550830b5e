import { randomUUID } from 'node:crypto';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { isAway } from '#postgres/is-away.js';
import { append, metadata } from '#testing/event-store.js';

export interface WritingClients {
  /** The streams whose command was answered. */
  done: string[];
  /** How long each client waited for the answer that the database is away. */
  refusals: { client: number; ms: number }[];
  /** Resolves when each client's pending command was answered. @throws any unexpected answer. */
  stop(): Promise<void>;
}

/**
 * Each client starts one stream after another. While the database is away it repeats the command, with its key, until it is
 * answered.
 */
export function startWriting(store: PostgresEventStore, count: number): WritingClients {
  const done: string[] = [];
  const refusals: WritingClients['refusals'] = [];
  let stopping = false;
  let failed = false;
  const tryOnce = async (client: number, command: () => Promise<unknown>): Promise<boolean> => {
    const asked = performance.now();
    try {
      await command();
      return true;
    } catch (error) {
      failed ||= !isAway(error);
      if (failed) throw error;
      refusals.push({ client, ms: performance.now() - asked });
      return false;
    }
  };
  const run = async (client: number) => {
    for (let number = client; !stopping && !failed; number += 1) {
      const stream = `comment-${randomUUID()}`;
      const write = number % 2 === 0 ? inOneStatement : inTransaction;
      while (!(await tryOnce(client, () => write(store, stream))));
      done.push(stream);
    }
  };
  const running = Promise.all(Array.from({ length: count }, (_, client) => run(client)));
  running.catch(() => undefined);
  const stop = async () => {
    stopping = true;
    await running;
  };
  return { done, refusals, stop };
}

const keyOf = (stream: string) => ({ key: stream, fingerprint: 'f' });

const inOneStatement = (store: PostgresEventStore, stream: string): Promise<unknown> =>
  store.startStream({ start: append(stream, 0), metadata: metadata(), answer: {}, idempotency: keyOf(stream) });

const inTransaction = (store: PostgresEventStore, stream: string): Promise<unknown> =>
  store.transact(async (transaction) => {
    const known = await transaction.claimCommand(keyOf(stream));
    if (known !== undefined) return known;
    await transaction.append([append(stream, 0)], metadata());
    await transaction.storeAnswer(keyOf(stream), {});
    return {};
  });

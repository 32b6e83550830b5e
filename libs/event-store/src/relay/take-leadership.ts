import type pg from 'pg';
import { indexPlans } from '#postgres/postgres-pool.js';
import { TunedClient } from '#postgres/tuned-client.js';

/** The key of the advisory lock; each service has a database of its own. */
const relayLock = 7_204_102;

export interface Leadership {
  /** The session that holds the lock: its queries fail once the lock is lost. */
  client: pg.Client;
  /** Called on every NOTIFY of the outbox, and when the session is lost. */
  onWake(wake: () => void): void;
  isLost(): boolean;
  release(): Promise<void>;
}

/** Milliseconds without a query after which Postgres ends the leader's session, and so frees the lock. */
export const leaderTimeoutMs = 3_000;

/**
 * Tries once to become the leading relay of this database. The lock is a session advisory lock under `idle_session_timeout`:
 * a stopped process sends no heartbeat, so Postgres ends its session and another relay may lead.
 * @returns undefined when another relay leads.
 */
export async function takeLeadership(databaseUrl: string): Promise<Leadership | undefined> {
  const client: pg.Client = new TunedClient({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 10_000,
    application_name: 'relay',
    options: indexPlans,
    // So that fetching, deleting and the heartbeat overlap.
    pipeline: true,
    answerMs: 12_000,
  });
  let lost = false;
  let wake: () => void = () => undefined;
  const lose = () => {
    lost = true;
    wake();
  };
  client.on('error', lose);
  client.on('end', lose);
  client.on('notification', () => wake());
  try {
    await client.connect();
    if (await isReadOnly(client)) throw new Error('the database is read-only');
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [relayLock]);
    if (!rows[0]?.taken) {
      await client.end();
      return undefined;
    }
    await client.query(`SET idle_session_timeout = ${leaderTimeoutMs}`);
    await client.query(`SET idle_in_transaction_session_timeout = ${leaderTimeoutMs}`);
    // A delete that a crash of the server undoes only causes a repetition; waiting for the disk would slow down the
    // commands.
    await client.query('SET synchronous_commit = off');
    await client.query('LISTEN outbox');
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  // A server that is no longer primary has nothing to relay. The next session may reach the new primary by the same name.
  const beat = () => isReadOnly(client).then((now) => now && lose(), lose);
  const heartbeat = setInterval(() => void beat(), leaderTimeoutMs / 3);
  return {
    client,
    onWake: (listener) => (wake = listener),
    isLost: () => lost,
    release: async () => {
      clearInterval(heartbeat);
      await client.end().catch(() => undefined);
    },
  };
}

async function isReadOnly(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
  return rows[0]?.transaction_read_only !== 'off';
}

import type { Pool } from 'pg';
import { searchPathOf } from './search-path.js';
import { tunedPool } from './tuned-pool.js';

/**
 * Plans each statement once for all its parameters. By default Postgres would plan look-ups by arrays each time, at twice
 * the cost.
 */
export const genericPlans = '-c plan_cache_mode=force_generic_plan';

/**
 * The same, with plans by an index, for tables that are new and grow. A look-up by several keys that was planned while its
 * table was empty scans it all, until Postgres has counted its rows about a minute later.
 */
export const indexPlans = `${genericPlans} -c enable_seqscan=off`;

export interface PoolOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  max?: number;
  /** Settings of its sessions. */
  settings?: string;
  /** Whose tables are meant where no schema is named. */
  schema?: string;
}

/** A pool whose waits are all bounded, and which survives the loss of its server. */
export function createPool(
  url: string,
  { name, max = 10, settings = genericPlans, schema = 'public' }: PoolOptions,
): Pool {
  return tunedPool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    // A new connection costs its first request the sign-in and all its plans: tens of milliseconds.
    idleTimeoutMillis: 60_000,
    options: `${settings} ${searchPathOf(schema)}`,
    // Queries that are sent together on one connection are pipelined; awaited ones go one by one.
    pipeline: true,
    answerMs: 12_000,
  });
}

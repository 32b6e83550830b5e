import type { Pool } from 'pg';
import { searchPathOf } from './search-path.js';
import { tunedPool } from './tuned-pool.js';

/** Plans each statement once for all its parameters. Planned each time, as Postgres prefers for arrays, a look-up costs twice as much. */
export const genericPlans = '-c plan_cache_mode=force_generic_plan';

/**
 * Such plans by an index, for tables that grow while they are young. Planned while a table was empty, a look-up by several keys
 * reads all of it, for the minute until Postgres has counted its rows.
 */
export const indexPlans = `${genericPlans} -c enable_seqscan=off`;

export interface PoolOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  max?: number;
  /** Of its sessions. */
  settings?: string;
  /** Whose tables are meant where no schema is named. */
  schema?: string;
}

/** A pool whose waits are all bounded, and which a lost server does not bring down. */
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
    // One that is made anew costs its first request its sign-in and all its plans: tens of milliseconds.
    idleTimeoutMillis: 60_000,
    options: `${settings} ${searchPathOf(schema)}`,
    // Queries given at once over one connection go out at once; those that are awaited, one by one.
    pipeline: true,
    answerMs: 12_000,
  });
}

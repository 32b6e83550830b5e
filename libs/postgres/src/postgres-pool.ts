import type { Pool } from 'pg';
import { tunedPool } from './tuned-pool.js';

/**
 * Settings of a connection whose statements look rows up by keys: planned once for all their parameters, and by an index
 * whatever the statistics of a young table say. Planned each time, which Postgres prefers for arrays, a look-up costs
 * twice as much.
 */
export const plannedOnce = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

export interface PoolOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  max?: number;
}

/** A pool whose waits are all bounded, and which a lost server does not bring down. */
export function createPool(url: string, { name, max = 10 }: PoolOptions): Pool {
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
    options: plannedOnce,
    // Queries given at once over one connection go out at once; those that are awaited, one by one.
    pipeline: true,
    answerMs: 12_000,
  });
}

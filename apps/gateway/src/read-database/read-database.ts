import pg, { type Pool } from 'pg';
import { ProgressWaiter } from '#projection/wait-for-versions.js';
import { env } from '../env.js';
import { asProblem } from './as-problem.js';

export const READ_POOL = Symbol('READ_POOL');
export const PROGRESS_WAITER = Symbol('PROGRESS_WAITER');

/** The set of projections that is read. */
export const readSchema = 'read_v1';

type Query = (...parts: unknown[]) => Promise<unknown>;

/** Connections to the read database. Their limits keep a request within its 3 s, whatever the database does. */
export function connectReadDatabase(): Pool {
  const pool = new pg.Pool({
    connectionString: env.READ_DATABASE_URL,
    application_name: 'gateway',
    max: 16,
    connectionTimeoutMillis: 1000,
    query_timeout: 1500,
    statement_timeout: 1500,
    keepAlive: true,
    // One that is made anew costs its first request its sign-in and all its plans: tens of milliseconds.
    idleTimeoutMillis: 60_000,
    options: '-c TimeZone=UTC -c default_transaction_read_only=on',
  });
  // A connection lost while idle is replaced by the next query.
  pool.on('error', () => undefined);
  const query = pool.query.bind(pool) as Query;
  const queryOrProblem: Query = (...parts) =>
    query(...parts).catch((error: unknown) => Promise.reject(asProblem(error)));
  return Object.assign(pool, { query: queryOrProblem as Pool['query'] });
}

export const connectProgress = (pool: Pool): ProgressWaiter =>
  new ProgressWaiter(pool, env.READ_DATABASE_URL, readSchema);

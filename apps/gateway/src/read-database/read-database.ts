import pg, { type Pool } from 'pg';
import { ProgressWaiter } from '#projection/wait-for-versions.js';
import { sendTogether } from '#service/send-together.js';
import { type Queryable, SharedConnection } from '#service/shared-connection.js';
import { env } from '../env.js';
import { asProblem } from './as-problem.js';

export const READ_POOL = Symbol('READ_POOL');
/** A connection of the pool that small look-ups share. */
export const LOOK_UPS = Symbol('LOOK_UPS');
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
    pipeline: true,
    // One that is made anew costs its first request its sign-in and all its plans: tens of milliseconds.
    idleTimeoutMillis: 60_000,
    options: '-c TimeZone=UTC -c default_transaction_read_only=on',
  });
  // A connection lost while idle is replaced by the next query.
  pool.on('error', () => undefined);
  pool.on('connect', sendTogether);
  return tellingProblems(pool);
}

export const shareConnection = (pool: Pool): Queryable => tellingProblems(new SharedConnection(pool));

export const connectProgress = (connection: Queryable): ProgressWaiter =>
  new ProgressWaiter(connection, env.READ_DATABASE_URL, readSchema);

function tellingProblems<Asked extends Queryable>(asked: Asked): Asked {
  const query = asked.query.bind(asked) as Query;
  const queryOrProblem: Query = (...parts) =>
    query(...parts).catch((error: unknown) => Promise.reject(asProblem(error)));
  return Object.assign(asked, { query: queryOrProblem });
}

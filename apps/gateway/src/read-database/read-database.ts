import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { ProgressWaiter } from '#projection/wait-for-versions.js';
import { genericPlans, indexPlans } from '#postgres/postgres-pool.js';
import { searchPathOf } from '#postgres/search-path.js';
import { type Queryable, SharedConnection } from '#postgres/shared-connection.js';
import { tunedPool } from '#postgres/tuned-pool.js';
import { env } from '../env.js';
import { searchesAtOnce, searchStatementMs } from './search-limits.js';
import { withTooLongProblem } from './with-too-long-problem.js';
import { withUnavailableProblem } from './with-unavailable-problem.js';

export const READ_POOL = Symbol('READ_POOL');

// A connection that is made anew costs its first request its sign-in and all its plans: tens of milliseconds.
const idleTimeoutMillis = 60_000;

/** Their limits keep a request within its 3 s, whatever the database does. */
function connect({
  max,
  settings = '',
  statementMs = 1_500,
}: {
  max: number;
  settings?: string;
  statementMs?: number;
}): Pool {
  return tunedPool({
    connectionString: env.READ_DATABASE_URL,
    application_name: 'gateway',
    max,
    connectionTimeoutMillis: 1000,
    statement_timeout: statementMs,
    keepAlive: true,
    pipeline: true,
    idleTimeoutMillis,
    options: `-c default_transaction_read_only=on ${searchPathOf(env.READ_SET)} ${settings}`,
    // Later than Postgres itself gives up a statement: that costs no connection.
    answerMs: statementMs + 100,
  });
}

/** Connections to the read database. */
export const connectReadDatabase = (): Pool => withUnavailableProblem(connect({ max: 16 }));

export const SEARCH_POOL = Symbol('SEARCH_POOL');

/**
 * Statements are planned without their parameters, and by indexes; matches are sorted in memory. Titles are alike from a
 * word on in which two letters have changed places.
 */
const searchPlans = `${indexPlans} -c work_mem=16MB -c jit=off -c pg_trgm.word_similarity_threshold=0.4`;

/** Connections for searches. */
export const connectSearch = (): Pool =>
  withUnavailableProblem(
    withTooLongProblem(connect({ max: searchesAtOnce, settings: searchPlans, statementMs: searchStatementMs })),
  );

/** One more, for look-ups by keys; others beside it while one is stuck at a kind of look-up. */
@Injectable()
export class LookUps implements Queryable, OnApplicationShutdown {
  private readonly pool = connect({ max: 8, settings: genericPlans });
  private readonly connection = withUnavailableProblem(new SharedConnection(this.pool));

  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    return this.connection.query<Row>(query);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}

export const connectProgress = (connection: Queryable): ProgressWaiter =>
  new ProgressWaiter(connection, env.READ_DATABASE_URL, env.READ_SET);

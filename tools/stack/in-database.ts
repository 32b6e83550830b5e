import pg from 'pg';
import { databaseUrl, type Database } from '#installation/databases.js';
import { searchPathOf } from '#postgres/search-path.js';
import { Fault } from './fault.js';

const longestStatementMs = 600_000;
const notReached = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28|3D000|57P03)|timeout/;

/**
 * Does an operator's work in one of a copy's databases.
 * @param schema of unqualified tables.
 * @throws Fault naming the server, never its password, if it cannot be reached.
 */
export async function inDatabase<Result>(
  server: string,
  database: Database,
  work: (pool: pg.Pool) => Promise<Result>,
  schema = 'public',
): Promise<Result> {
  const pool = new pg.Pool({
    connectionString: databaseUrl(server, database),
    application_name: 'operator',
    options: searchPathOf(schema),
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: longestStatementMs,
    idle_in_transaction_session_timeout: longestStatementMs,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    return await work(pool);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!notReached.test(code) && !(code === '' && notReached.test(message))) throw error;
    throw new Fault(`Database broadside_${database} at ${new URL(server).host} is not reached: ${message || code}`);
  } finally {
    await pool.end();
  }
}

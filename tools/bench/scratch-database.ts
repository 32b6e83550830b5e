import pg from 'pg';
import { say } from './progress.js';

export interface ScratchDatabase {
  url: string;
  pool: pg.Pool;
  drop(): Promise<void>;
}

const limits = { connectionTimeoutMillis: 10_000, query_timeout: 60_000 };

/**
 * A fresh database on the copy's server, beside those of its services.
 * @param searchPath the schemas in which unqualified tables are.
 */
export async function createScratchDatabase(
  postgresUrl: string,
  purpose: string,
  searchPath = 'public',
): Promise<ScratchDatabase> {
  const name = `bench_${purpose}`;
  await onServer(postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  await onServer(postgresUrl, `ALTER DATABASE ${name} SET search_path = ${searchPath}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 16, ...limits });
  // Ended by its server when the copy is stopped first, as after Ctrl-C.
  pool.on('error', (error) => say(`${name}: ${error.message}`));
  const drop = async () => {
    await pool.end();
    await onServer(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url: url.href, pool, drop };
}

/** Writes out what earlier work left in memory, so that it does not happen in the middle of a measurement. */
export const settle = (postgresUrl: string): Promise<void> => onServer(postgresUrl, 'CHECKPOINT');

async function onServer(postgresUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl, ...limits });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

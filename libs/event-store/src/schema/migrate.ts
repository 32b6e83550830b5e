import pg from 'pg';

const migrationLock = 7_204_101;

/** Milliseconds for one statement: an index over what millions of people left takes longer than any command may. */
const statementMs = 600_000;

/** Runs idempotent DDL under an advisory lock, so that replicas may start at the same moment; over a connection of its own. */
export async function migrate({ options }: pg.Pool, ...statements: string[]): Promise<void> {
  const { connectionString, application_name } = options;
  const client = new pg.Client({
    ...{ connectionString, application_name, connectionTimeoutMillis: 2_000, statement_timeout: statementMs },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    // What was not committed is rolled back.
    await client.end().catch(() => undefined);
  }
}

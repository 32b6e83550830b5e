import pg from 'pg';
import { pendingMigrations } from './pending-migrations.js';
import type { DatabaseTables, TableGroup } from './table-group.js';

/** Milliseconds for one statement: an index over the data of millions of people takes longer than any command may. */
export const statementMs = 600_000;
/** Milliseconds a statement waits for a table's lock, because everybody else then queues behind it. */
export const tableWithinMs = 2_000;

export interface MigrateOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  /** The role that owns the new tables, if it is not the one that signs in. */
  owner?: string;
}

/**
 * Runs a database's pending migrations on a connection of its own that holds the database's lock. If there are none it takes
 * no lock and does not load TypeORM.
 * @returns the names of the migrations it ran.
 * @throws Error that counts as away (`isAway`) while another process migrates the database, or a table stays locked: try
 * again, as `retryUntilAvailable` does. Finished migrations stay.
 */
export async function migrateDatabase(
  url: string,
  tables: DatabaseTables,
  { name, owner }: MigrateOptions,
): Promise<string[]> {
  const client = new pg.Client({
    ...{ connectionString: url, application_name: name, connectionTimeoutMillis: 2_000 },
    ...{ statement_timeout: statementMs, lock_timeout: tableWithinMs },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (owner !== undefined) await client.query(`SET ROLE ${client.escapeIdentifier(owner)}`);
    return (await isDone(client, tables)) ? [] : await migrateUnderLock(client, tables);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isDone(client: pg.Client, tables: DatabaseTables): Promise<boolean> {
  if ((await withPending(client, tables)).length > 0) return false;
  return !(await isUpkeepDue(client, tables));
}

async function withPending(client: pg.Client, { groups }: DatabaseTables): Promise<TableGroup[]> {
  const found: TableGroup[] = [];
  for (const group of groups) if ((await pendingMigrations(client, group)).length > 0) found.push(group);
  return found;
}

async function isUpkeepDue(client: pg.Client, { upkeep }: DatabaseTables): Promise<boolean> {
  if (!upkeep) return false;
  const { rowCount } = await client.query(upkeep.isDueWhen);
  return (rowCount ?? 0) > 0;
}

async function migrateUnderLock(client: pg.Client, tables: DatabaseTables): Promise<string[]> {
  // Never waits for the lock in a statement: CREATE INDEX CONCURRENTLY waits for statements, and the two would deadlock.
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [tables.lock]);
  if (!rows[0]?.locked) throw Object.assign(new Error('another process migrates it'), { code: '55P03' });
  const run: string[] = [];
  const pending = await withPending(client, tables);
  if (pending.length > 0) {
    const { runMigrations } = await import('./run-migrations.js');
    for (const group of pending) run.push(...(await runMigrations(client, group)));
  }
  if (tables.upkeep && (await isUpkeepDue(client, tables))) await client.query(tables.upkeep.statement);
  return run;
}

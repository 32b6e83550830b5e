import pg from 'pg';
import { pendingMigrations } from './pending-migrations.js';
import type { DatabaseTables, TableGroup } from './table-group.js';

/** Milliseconds for one statement: an index over what millions of people left takes longer than any command may. */
export const statementMs = 600_000;
/** Milliseconds a statement waits for a table, since everybody who wants the table then waits behind it. */
export const tableWithinMs = 2_000;

export interface MigrateOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  /** Whose the tables become, where that is not who signs in. */
  owner?: string;
}

/**
 * Runs what has not run of a database's migrations, over a connection of its own that holds the database's lock. Where
 * nothing is to be done it takes no lock and loads no TypeORM.
 * @returns the names of those it has run.
 * @throws Error that says the database is away (`isAway`) while another process migrates it, or a table is not to be had:
 * to be tried again, as `untilThere` does. What was done of the list stays done.
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
  // Not waited for here: who waits in a statement is waited for by CREATE INDEX CONCURRENTLY, and both for ever.
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

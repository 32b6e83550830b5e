import 'reflect-metadata';
import type { ClientBase } from 'pg';
import { MigrationExecutor } from 'typeorm';
import { dataSourceOf } from './data-source-of.js';
import { pendingMigrations } from './pending-migrations.js';
import type { TableGroup } from './table-group.js';

/**
 * Runs a group's pending migrations through TypeORM on this connection, so that the connection's lock and the migrations end
 * together.
 * @returns their names.
 */
export async function runMigrations(client: ClientBase, group: TableGroup): Promise<string[]> {
  await makeSchema(client, group.schema);
  await client.query(`SET search_path = ${client.escapeIdentifier(group.schema)}`);
  const source = dataSourceOf(group, { driver: driverOf(client) });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'each';
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  } catch (error) {
    throw await failed(error, client, group);
  } finally {
    await runner.release();
    await source.destroy();
    await client.query('RESET search_path').catch(() => undefined);
    await client.query('RESET lock_timeout').catch(() => undefined);
  }
}

/** Created only if it is missing: creating a schema needs a right that the service may lack after the setup. */
async function makeSchema(client: ClientBase, schema: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount === 0) await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`);
}

/** A pool of this one connection, which the caller closes. */
const driverOf = (client: ClientBase) => ({
  Pool: class {
    on(): void {}
    connect(give: (error: undefined, connection: ClientBase, release: () => void) => void): void {
      give(undefined, client, () => undefined);
    }
    end(ended: () => void): void {
      ended();
    }
  },
});

/** Names the migration that failed, and keeps the code that says whether to try again. */
async function failed(error: unknown, client: ClientBase, group: TableGroup): Promise<Error> {
  const { message, code } = error as { message: string; code?: string };
  const [name] = await pendingMigrations(client, group).catch(() => []);
  const failure = new Error(`migration ${name ?? `of ${group.migrationsTable}`} failed: ${message}`, { cause: error });
  return Object.assign(failure, code === undefined ? {} : { code });
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#installation/databases.js';
import { openDataSource } from '#postgres/migrations/data-source-of.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { createTables } from '#testing/create-tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { tablesOfDatabases } from '#tools/setup/tables-of-databases.js';
import { readCatalogs, readTables } from './read-catalogs.js';

const opened: TestDatabase[] = [];
afterAll(() => Promise.all(opened.map((each) => each.drop())));

/** A database on which these statements ran before it is migrated. */
async function migrated(name: Database, ...before: string[]): Promise<TestDatabase> {
  const database = await createTestDatabase();
  opened.push(database);
  for (const statements of before) await database.pool.query(statements);
  await migrateDatabase(database.url, tablesOfDatabases[name], { name: 'test' });
  return database;
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'version-before');

/**
 * As the last version without TypeORM’s migrations created it; the read database, as the last version before all databases
 * were migrated alike.
 */
const madeBefore = (name: Database) =>
  readFileSync(join(folder, name === 'read' ? 'read-schema.sql' : join('databases', name, 'schema.sql')), 'utf8');

/** What even older versions lacked. */
const notYet: Partial<Record<Database, string>> = {
  articles: 'DROP TABLE listening.late_beginning, listening.attempt',
  comments: 'DROP TABLE listening.late_beginning, listening.attempt',
  users: `
    ALTER TABLE reservations DROP COLUMN released_at;
    ALTER TABLE sessions DROP COLUMN ended_at;
    DROP TABLE stream_states, followings, spent, address_range_networks;
    DROP INDEX commands_of_person, sessions_expiring, reservations_of_person, refresh_tokens_of_session`,
  read: `
    DROP TABLE read_v1.late_beginning, read_v1.attempt;
    ALTER TABLE read_v1.following DROP COLUMN by_pair;
    DELETE FROM read_v1.read_migrations WHERE timestamp >= 1700000000007`,
};

/** Tables without an entity, and why. */
const exceptions: [RegExp, string][] = [
  [/_migrations$/, 'TypeORM’s own, of which it knows without one'],
  [/^read_v1\.comment_thread$/, 'replicas of the version before go on writing to it'],
];

describe.each(Object.keys(tablesOfDatabases) as Database[])('%s', (name) => {
  const { groups } = tablesOfDatabases[name];
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await migrated(name);
  });

  test('the migrated schema matches the entities', async () => {
    const { url } = fresh;
    for (const group of groups) {
      const source = await openDataSource(group, url);
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      await source.destroy();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    }
  });

  test('each table has an entity, or a reason why it has none', async () => {
    const { url, pool } = fresh;
    const known: string[] = [];
    for (const group of groups) {
      const source = await openDataSource(group, url);
      known.push(...source.entityMetadatas.map(({ schema, tableName }) => `${schema}.${tableName}`));
      await source.destroy();
    }
    const isException = (table: string) => exceptions.some(([pattern]) => pattern.test(table));
    expect((await readTables(pool)).filter((table) => !isException(table))).toEqual(known.sort());
  });

  test('what a set keeps is unique by its key alone: partitions are read each at its own pace', async () => {
    const { rows } = await fresh.pool.query<{ index: string }>(
      `SELECT indexrelid::regclass::text AS index FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
       WHERE indisunique AND NOT indisprimary AND relnamespace IN
         (SELECT relnamespace FROM pg_class WHERE relname = 'checkpoint')`,
    );
    expect(rows).toEqual([]);
  });

  test('a database of the version before gets the same schema, and so does an older one', async () => {
    const expected = await readCatalogs(fresh.pool);
    const before = madeBefore(name);
    expect(withoutNames(await readCatalogs((await migrated(name, before)).pool))).toEqual(withoutNames(expected));
    const older = notYet[name];
    if (older === undefined) return;
    expect(withoutNames(await readCatalogs((await migrated(name, before, older)).pool))).toEqual(
      withoutNames(expected),
    );
  });

  test('the statements alone, as tests run them, give the same schema', async () => {
    const database = await createTestDatabase();
    opened.push(database);
    await createTables(database.pool, ...groups);
    const isTypeorms = (line: string) => /_migrations(_|\b)/.test(line);
    const expected = (await readCatalogs(fresh.pool)).filter((line) => !isTypeorms(line));
    expect(await readCatalogs(database.pool)).toEqual(expected);
  });
});

/** TypeORM names the keys of its list by a hash of the table's former name. */
const withoutNames = (lines: string[]) => lines.map((line) => line.replace(/"?PK_\w+"?/, 'PK')).sort();

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { eventually } from '#testing/eventually.js';
import type { QueryRunner } from 'typeorm';
import { isAway } from '../is-away.js';
import { createIndexConcurrently } from './create-index-concurrently.js';
import { migrateDatabase } from './migrate-database.js';
import { StatementsMigration } from './statements-migration.js';
import type { DatabaseTables, Migration } from './table-group.js';

class First1700000000001 extends StatementsMigration {
  readonly name = 'First1700000000001';
  protected readonly statements = ['CREATE TABLE kept (id integer, day date)', 'SELECT pg_sleep(0.3)'];
}
class Second1700000000002 extends StatementsMigration {
  readonly name = 'Second1700000000002';
  readonly transaction = false;
  protected readonly statements = [];
  override up(runner: QueryRunner): Promise<void> {
    return createIndexConcurrently(runner, 'kept_by_day', 'kept (day)');
  }
}
class Third1700000000003 extends StatementsMigration {
  readonly name = 'Third1700000000003';
  protected readonly statements = ['CREATE TABLE half (id integer)', 'SELECT of_nothing'];
}
class Fourth1700000000004 extends StatementsMigration {
  readonly name = 'Fourth1700000000004';
  protected readonly statements = ['ALTER TABLE kept ADD COLUMN more text'];
}

const tables = (...migrations: (new () => Migration)[]): DatabaseTables => ({
  lock: 1,
  groups: [{ schema: 'own', migrationsTable: 'own_migrations', migrations, entities: () => Promise.resolve({}) }],
});

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const migrate = (...migrations: (new () => Migration)[]) =>
  migrateDatabase(database.url, tables(...migrations), { name: 'test' });
const one = async (sql: string) => (await database.pool.query<{ value: unknown }>(sql)).rows[0]?.value;

/** As `retryUntilAvailable` does. */
async function patiently(...migrations: (new () => Migration)[]): Promise<{ run: string[]; waited: Set<string> }> {
  const waited = new Set<string>();
  let run: string[] = [];
  await eventually(
    () =>
      migrate(...migrations).then(
        (names) => [(run = names)].length > 0,
        (error: Error) => {
          if (!isAway(error)) throw error;
          return !waited.add(error.message);
        },
      ),
    { what: 'a migrated database' },
  );
  return { run, waited };
}

test('of replicas that start together one migrates, and the others say what they wait for', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => patiently(First1700000000001, Second1700000000002)));
  expect(all.flatMap(({ run }) => run)).toEqual(['First1700000000001', 'Second1700000000002']);
  expect([...new Set(all.flatMap(({ waited }) => [...waited]))]).toEqual(['another process migrates it']);
  expect(await one(`SELECT indisvalid AS value FROM pg_index WHERE indexrelid = 'own.kept_by_day'::regclass`)).toBe(
    true,
  );
});

test('without pending migrations it does not wait for the lock, also in an older version', async () => {
  await migrate(First1700000000001, Second1700000000002);
  const other = await database.pool.connect();
  await other.query('SELECT pg_advisory_lock(1)');
  expect(await migrate(First1700000000001)).toEqual([]);
  other.release(true);
});

test('an invalid index of an earlier attempt is created again', async () => {
  await migrate(First1700000000001);
  await database.pool.query(`INSERT INTO own.kept VALUES (1, '2026-01-01'), (2, '2026-01-01')`);
  const dying = database.pool.query('CREATE UNIQUE INDEX CONCURRENTLY kept_by_day ON own.kept (day)');
  await expect(dying).rejects.toMatchObject({ code: '23505' });
  const isValid = `SELECT indisvalid AS value FROM pg_index WHERE indexrelid = 'own.kept_by_day'::regclass`;
  expect(await one(isValid)).toBe(false);
  await migrate(First1700000000001, Second1700000000002);
  expect(await one(isValid)).toBe(true);
});

test('a migration that fails is named and rolled back; those before it stay', async () => {
  await expect(migrate(First1700000000001, Third1700000000003)).rejects.toThrow(
    'migration Third1700000000003 failed: column "of_nothing" does not exist',
  );
  expect(await one(`SELECT to_regclass('own.half') AS value`)).toBeNull();
  expect(await one(`SELECT string_agg(name, ' ') AS value FROM own.own_migrations`)).toBe('First1700000000001');
  // The lock ended with the connection.
  expect(await migrate(First1700000000001, Fourth1700000000004)).toEqual(['Fourth1700000000004']);
});

test('waiting for a locked table ends after 2 s, because all others queue behind it', async () => {
  await migrate(First1700000000001);
  const reader = await database.pool.connect();
  await reader.query('BEGIN; SELECT FROM own.kept');
  const refused = await migrate(First1700000000001, Fourth1700000000004).catch((error: unknown) => error);
  expect(isAway(refused)).toBe(true);
  expect(String(refused)).toContain('Fourth1700000000004 failed: canceling statement due to lock timeout');
  reader.release(true);
  expect((await patiently(First1700000000001, Fourth1700000000004)).run).toEqual(['Fourth1700000000004']);
});

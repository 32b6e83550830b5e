import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { keyringDatabase } from '#keyring/keyring.tables.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { testServerUrl } from '#testing/postgres.js';
import { tablesOfDatabases } from '#tools/setup/tables-of-databases.js';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  databaseName,
  databases,
  databaseUrl,
  ownerOf,
  roleName,
  roles,
  urlOf,
  whoEnters,
  type Database,
  type Role,
} from './databases.js';
import { setUpDatabases, type Passwords } from './set-up-databases.js';

// Names of databases and roles are those of any installation; the test run's server holds no other installation.
const server = testServerUrl();
const passwords = Object.fromEntries(roles.map((role) => [role, `of ${role}/@`])) as Passwords;

const query = async (url: string, ...statements: string[]) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
};
const as = (role: Role, database: Database) => urlOf(server, database, role, passwords[role]);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );
const ownersOfTables = `
SELECT DISTINCT relowner::regrole::text AS owner FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname !~ '^(pg_|information_schema$)' AND relkind IN ('r', 'S')`;
const drop = () =>
  query(server, ...databases.map((each) => `DROP DATABASE IF EXISTS ${databaseName(each)} WITH (FORCE)`));

beforeAll(async () => {
  await drop();
  // As an earlier version left it: created by the superuser, open to everybody, without the reader's role.
  await query(server, `CREATE DATABASE ${databaseName('articles')}`, `CREATE DATABASE ${databaseName('read')}`);
  await query(
    databaseUrl(server, 'articles'),
    readFileSync('test/fixtures/version-before/databases/articles/schema.sql', 'utf8'),
    // In a schema, with a sequence that belongs to a column.
    'CREATE TABLE listening.older (id serial)',
  );
  await migrateReadDatabase(databaseUrl(server, 'read'));
  await Promise.all([
    setUpDatabases(server, passwords, tablesOfDatabases),
    setUpDatabases(server, passwords, tablesOfDatabases),
  ]);
}, 60_000);
afterAll(drop);

test('setup has run the migrations as the owner of the tables', async () => {
  for (const [database, tables] of Object.entries(tablesOfDatabases) as [Database, DatabaseTables][]) {
    const owners = await query(databaseUrl(server, database), ownersOfTables);
    expect([database, owners]).toEqual([database, [{ owner: ownerOf[database] }]]);
    expect(await migrateDatabase(databaseUrl(server, database), tables, { name: 'test' })).toEqual([]);
  }
});

test('each role can connect to its own databases, and to no other', async () => {
  for (const database of databases) {
    for (const role of roles) {
      const entered = await codeOf(query(as(role, database), 'SELECT'));
      expect([role, database, entered]).toEqual([
        role,
        database,
        whoEnters[database].includes(role) ? 'done' : '42501',
      ]);
    }
  }
});

test('a service creates and changes its own tables, also those of the version before', async () => {
  const url = as('articles', 'articles');
  await query(
    url,
    'ALTER TABLE events ADD COLUMN more text',
    'DROP SCHEMA listening CASCADE',
    'CREATE TABLE own (id int)',
  );
});

test('the gateway reads tables older than its role, and writes nothing', async () => {
  const url = as('gateway', 'read');
  expect(await query(url, 'SELECT count(*)::int FROM read_v1.article_page')).toEqual([{ count: 0 }]);
  expect(await codeOf(query(url, 'DELETE FROM read_v1.article_page'))).toBe('42501');
  expect(await codeOf(query(url, 'CREATE TABLE read_v1.own (id int)'))).toBe('42501');
  // The projector owns it now, and migrates it on.
  await migrateReadDatabase(as('projector', 'read'));
  // And a set beside it.
  await migrateReadDatabase(as('projector', 'read'), 'read_v2');
  expect(await query(url, 'SELECT count(*)::int FROM read_v2.article_page')).toEqual([{ count: 0 }]);
});

test('each role has only the rights it needs in the keyring', async () => {
  const installation = { active: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') } };
  const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
  const using = async <Result>(role: Role, work: (keyring: PostgresKeyring) => Promise<Result>) => {
    // As at its start: it may see that no migration is pending.
    expect(await migrateDatabase(as(role, 'keyring'), keyringDatabase, { name: 'test' })).toEqual([]);
    const keyring = new PostgresKeyring(new pg.Pool({ connectionString: as(role, 'keyring') }), installation);
    return work(keyring).finally(() => keyring.close());
  };
  expect(await codeOf(using('comments', (keyring) => keyring.createKeys([id])))).toBe('42501');
  await using('users', (keyring) => keyring.createKeys([id]));
  for (const role of ['articles', 'comments'] as const) {
    expect((await using(role, (keyring) => keyring.keysOf([id]))).get(id)).toHaveLength(32);
    expect(await codeOf(using(role, (keyring) => keyring.destroyKey(id)))).toBe('42501');
  }
  await using('projector', (keyring) => keyring.destroyKey(id));
  expect(await codeOf(query(as('users', 'keyring'), 'DELETE FROM person_keys'))).toBe('42501');
  expect(roleName('users')).toBe('broadside_users');
});

test('the same holds for the keys of months', async () => {
  const on = (role: Role, statement: string) => codeOf(query(as(role, 'keyring'), statement));
  const [make, destroy] = [
    `INSERT INTO month_keys (month, wrapped, wrapped_under) VALUES ('2026-11', 'key', 'k1') ON CONFLICT (month) DO NOTHING`,
    `UPDATE month_keys SET wrapped = NULL, destroyed_at = now() WHERE month = '2026-11'`,
  ];
  expect([await on('comments', make), await on('comments', 'SELECT FROM month_keys')]).toEqual(['done', 'done']);
  expect([await on('comments', destroy), await on('users', destroy)]).toEqual(['42501', 'done']);
  expect(await on('users', 'DELETE FROM month_keys')).toBe('42501');
  for (const role of ['articles', 'projector'] as const) {
    expect(await on(role, 'SELECT FROM month_keys')).toBe('42501');
  }
});

test('a service sees the age of the oldest snapshot, whoever holds it', async () => {
  const other = new pg.Client({ connectionString: databaseUrl(server, 'articles') });
  await other.connect();
  await other.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await other.query('SELECT');
  const seen = await query(
    as('articles', 'articles'),
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid()`,
  );
  await other.end();
  expect(seen).toEqual([{ count: 1 }]);
});

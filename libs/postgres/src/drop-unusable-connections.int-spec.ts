import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { eventually } from '#testing/eventually.js';
import type { Pool } from 'pg';
import { createPool } from './postgres-pool.js';
import { requireWritable } from './require-writable.js';

let database: TestDatabase;
let pool: Pool;
const held = 4;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query('CREATE TABLE written (n int)');
  pool = createPool(database.url, { name: 'drop-unusable', max: held });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const name = () => new URL(database.url).pathname.slice(1);
const setReadOnly = (value: 'on' | 'off') =>
  database.pool.query(`ALTER DATABASE "${name()}" SET default_transaction_read_only = ${value}`);

/** Connections opened while the database was read-only, which stay read-only: like those to a primary that was replaced. */
async function connectionsToTheOldPrimary(): Promise<void> {
  await setReadOnly('on');
  const clients = await Promise.all(Array.from({ length: held }, () => pool.connect()));
  for (const client of clients) client.release();
  await setReadOnly('off');
  expect(pool.idleCount).toBe(held);
}

/** As after a transaction: the connection is released without an error, because its rollback succeeded. */
async function write(): Promise<unknown> {
  const client = await pool.connect();
  try {
    return await client.query('INSERT INTO written VALUES (1)').then(
      () => 'written',
      (error: unknown) => (error as { code: string }).code,
    );
  } finally {
    client.release();
  }
}

test('after one 25006 all connections to the same server are closed', async () => {
  await connectionsToTheOldPrimary();
  expect(await write()).toBe('25006');
  for (let n = 0; n < 2 * held; n += 1) expect(await write()).toBe('written');
});

test('the readiness check reports a read-only database, and its connection is replaced', async () => {
  await eventually(() => pool.idleCount === pool.totalCount, { what: 'idle connections' });
  await setReadOnly('on');
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'drop-unusable'`,
  );
  await eventually(() => pool.totalCount === 0, { what: 'the end of the connections' });
  await expect(requireWritable(pool)).rejects.toThrow('is read-only');
  await setReadOnly('off');
  await requireWritable(pool);
});

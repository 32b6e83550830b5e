import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { Pool } from 'pg';
import { createPool } from './postgres-pool.js';
import { SharedConnection } from './shared-connection.js';

let database: TestDatabase;
let pool: Pool;
let shared: SharedConnection;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { name: 'shared-connection', max: 4 });
  shared = new SharedConnection(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const backend = { text: 'SELECT pg_backend_pid() AS pid' };
const askPid = async () => (await shared.query<{ pid: number }>(backend)).rows[0]?.pid ?? 0;

test('what is asked at once is answered over one connection, each its own', async () => {
  const asked = Array.from({ length: 50 }, (_, n) =>
    shared.query<{ n: number; pid: number }>({
      name: 'echo',
      text: 'SELECT $1::int AS n, pg_backend_pid() AS pid',
      values: [n],
    }),
  );
  const rows = (await Promise.all(asked)).flatMap((each) => each.rows);
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1);
  expect(pool.totalCount).toBe(1);
});

test('the connection goes back to the pool once all is answered', async () => {
  await Promise.all([askPid(), askPid()]);
  expect(pool.idleCount).toBe(pool.totalCount);
});

test('a query that is wrong fails alone', async () => {
  const [before, wrong, after] = await Promise.allSettled([
    askPid(),
    shared.query({ text: 'SELECT nothing_there' }),
    askPid(),
  ]);
  expect([before.status, wrong.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(wrong).toMatchObject({ reason: { code: '42703' } });
});

test('where the connection is lost those who asked are told, and who asks next gets another', async () => {
  const lost = await askPid();
  const waiting = [shared.query({ text: 'SELECT pg_sleep(5)' }), askPid()];
  const outcomes = Promise.allSettled(waiting);
  await database.pool.query('SELECT pg_terminate_backend($1)', [lost]);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await askPid()).not.toBe(lost);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { eventually } from '#testing/eventually.js';
import type { Pool } from 'pg';
import { createPool } from './postgres-pool.js';
import { SharedConnection } from './shared-connection.js';
import { tunedPool } from './tuned-pool.js';

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

test('look-ups of one moment share a connection, and each gets its own answer', async () => {
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

test('the connection is released once all look-ups are answered', async () => {
  await Promise.all([askPid(), askPid()]);
  expect(pool.idleCount).toBe(pool.totalCount);
});

test('a faulty query fails alone', async () => {
  const [before, wrong, after] = await Promise.allSettled([
    askPid(),
    shared.query({ text: 'SELECT nothing_there' }),
    askPid(),
  ]);
  expect([before.status, wrong.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(wrong).toMatchObject({ reason: { code: '42703' } });
});

test('a lost connection fails the waiting look-ups, and the next one gets another connection', async () => {
  const lost = await askPid();
  const waiting = [shared.query({ text: 'SELECT pg_sleep(5)' }), askPid()];
  const outcomes = Promise.allSettled(waiting);
  await database.pool.query('SELECT pg_terminate_backend($1)', [lost]);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await askPid()).not.toBe(lost);
});

describe('while a table is locked', () => {
  let limited: Pool;
  let looking: SharedConnection;
  beforeAll(async () => {
    await database.pool.query('CREATE TABLE locked (n int); INSERT INTO locked VALUES (1); CREATE TABLE free (n int)');
    const options = '-c statement_timeout=600';
    limited = tunedPool({ connectionString: database.url, max: 4, pipeline: true, options, answerMs: 5_000 });
    looking = new SharedConnection(limited);
  });
  afterAll(() => limited.end());

  const ask = (table: string) => looking.query({ name: `read-${table}`, text: `SELECT n FROM ${table}` });
  const outcome = (asked: Promise<unknown>) =>
    asked.then(
      () => 'answered',
      (error: unknown) => (error as { code: string }).code,
    );

  async function whileLocked(work: () => Promise<void>): Promise<void> {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE');
      await work();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  test('look-ups that do not need the table are answered, also those that wait behind one that does', async () => {
    await whileLocked(async () => {
      const from = performance.now();
      const blocked = outcome(ask('locked'));
      const behind = Array.from({ length: 20 }, () => outcome(ask('free')));
      expect(new Set(await Promise.all(behind))).toEqual(new Set(['answered']));
      for (let n = 0; n < 20; n += 1) {
        void outcome(ask('locked'));
        expect(await outcome(ask('free'))).toBe('answered');
      }
      expect(performance.now() - from).toBeLessThan(500);
      expect(limited.totalCount).toBeLessThan(4);
      expect(await blocked).toBe('57014');
    });
    expect(await outcome(ask('locked'))).toBe('answered');
  });

  test('a cancelled parse fails no other look-up: its connection is closed, and they are repeated', async () => {
    await database.pool.query('ALTER TABLE locked RENAME TO unparsed');
    const asked: Promise<string>[] = [];
    const client = await database.pool.connect();
    await client.query('BEGIN; LOCK TABLE unparsed IN ACCESS EXCLUSIVE MODE');
    for (let n = 0; n < 40; n += 1) asked.push(outcome(ask('unparsed')));
    expect(await asked[0]).toBe('57014');
    await client.query('ROLLBACK');
    client.release();
    const codes = await Promise.all(asked);
    expect(codes).not.toContain('26000');
    expect(codes.filter((code) => code === 'answered').length).toBeGreaterThan(30);
    await eventually(() => limited.idleCount === limited.totalCount, { what: 'idle connections' });
    expect(await outcome(ask('unparsed'))).toBe('answered');
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { Duplex } from 'node:stream';
import type { Pool } from 'pg';
import { problemOf } from '#http/problem-of.js';
import { createPool } from './postgres-pool.js';
import { tunedPool } from './tuned-pool.js';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { name: 'tuned-client', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Counts writes to the socket. */
function countWrites(stream: Duplex): () => number {
  let count = 0;
  const counting = (method: '_write' | '_writev') => {
    const original = (stream[method] as (...parts: unknown[]) => void).bind(stream);
    Object.assign(stream, {
      [method]: (...parts: unknown[]) => {
        count += 1;
        original(...parts);
      },
    });
  };
  counting('_write');
  counting('_writev');
  return () => count;
}

async function onConnection(use: (asked: Pick<Pool, 'query'>) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  await use(client).finally(() => client.release());
}

test('queries of one event-loop turn are sent in one write, and answered in order', async () => {
  const client = await pool.connect();
  try {
    const writes = countWrites(client.connection.stream);
    const asked = [1, 2, 3, 4, 5].map((n) => client.query<{ n: number }>('SELECT $1::int AS n', [n]));
    const rows = (await Promise.all(asked)).flatMap((each) => each.rows.map(({ n }) => n));
    expect(rows).toEqual([1, 2, 3, 4, 5]);
    expect(writes()).toBe(1);
  } finally {
    client.release();
  }
});

test('an error has its code and the stack of the caller', async () => {
  async function whoAsked() {
    await pool.query('SELECT nothing_there');
  }
  const error = await whoAsked().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: '42703' });
  expect((error as Error).stack).toContain('whoAsked');
});

test('queries with callbacks work unchanged', async () => {
  const answered = Promise.withResolvers<number>();
  pool.query('SELECT 7 AS n', (error, result) =>
    error ? answered.reject(error) : answered.resolve((result.rows[0] as { n: number }).n),
  );
  expect(await answered.promise).toBe(7);
});

test.each([
  ['a pool', (use: (asked: Pick<Pool, 'query'>) => Promise<void>) => use(pool)],
  ['one of its connections', onConnection],
])('answers of %s do not reach old space: a minor collection frees them', async (_asked, over) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;
  const letters = 20_000;
  const small = () => [1, 2].forEach(() => collect({ type: 'minor' }));
  await over(async (asked) => {
    const ask = () => asked.query({ name: 'long', text: "SELECT repeat('x', $1) AS long", values: [letters] });
    for (let count = 0; count < 50; count += 1) await ask();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let count = 0; count < 200; count += 1) await ask();
    small();
    const grown = process.memoryUsage().heapUsed - before;
    expect(grown).toBeLessThan((200 * letters) / 4);
  });
});

test('a connection that is lost in use fails its own queries, and nothing else', async () => {
  const client = await pool.connect();
  const ended = new Promise((resolve) => client.once('end', () => resolve(true)));
  const asked = client.query('SELECT pg_sleep(20)').catch((error: unknown) => (error as { code?: string }).code);
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tuned-client'`,
  );
  expect(await asked).toBe('57P01');
  await ended;
  client.release();
  expect((await pool.query<{ n: number }>('SELECT 7 AS n')).rows).toEqual([{ n: 7 }]);
});

describe('a connection that does not answer', () => {
  const limitMs = 300;
  let limited: Pool;
  beforeAll(() => {
    limited = tunedPool({ connectionString: database.url, max: 1, pipeline: true, answerMs: limitMs });
  });
  afterAll(() => limited.end());

  const since = async (work: Promise<unknown>) => {
    const start = performance.now();
    const message = await work.then(
      () => 'answered',
      (error: unknown) => (error as Error).message,
    );
    return { message, ms: performance.now() - start };
  };

  test('is closed after its limit, and the queries that wait on it fail; the next one gets another', async () => {
    const client = await limited.connect();
    const both = [since(client.query('SELECT pg_sleep(20)')), since(client.query('SELECT 1'))];
    for (const { message, ms } of await Promise.all(both)) {
      expect(message).toBe(`waited ${limitMs} ms for Postgres`);
      expect(ms).toBeGreaterThanOrEqual(limitMs - 5);
      expect(ms).toBeLessThan(10_000);
    }
    client.release();
    expect((await limited.query<{ n: number }>('SELECT 7 AS n')).rows).toEqual([{ n: 7 }]);
  });

  test('has the whole limit for each query, whenever the one before was sent; a command then answers 503', async () => {
    const client = await limited.connect();
    // The first query starts the timer; the fourth ends well after it has fired.
    for (const seconds of [0.1, 0.1, 0.05, 0.2]) await client.query('SELECT pg_sleep($1)', [seconds]);
    client.release();
    const problem = limited.query('SELECT pg_sleep(20)').catch(problemOf);
    expect(await problem).toMatchObject({ status: 503 });
  });
});

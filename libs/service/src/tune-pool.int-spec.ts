import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { Duplex } from 'node:stream';
import type { Pool } from 'pg';
import { createPool } from './postgres-pool.js';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { name: 'tune-pool', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Counts what goes out to the socket at once. */
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

test('queries given in one turn leave in one write, and come back in their order', async () => {
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

test('an error comes with its code and the stack of who asked', async () => {
  async function whoAsked() {
    await pool.query('SELECT nothing_there');
  }
  const error = await whoAsked().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: '42703' });
  expect((error as Error).stack).toContain('whoAsked');
});

test('callbacks are left as they are', async () => {
  const answered = Promise.withResolvers<number>();
  pool.query('SELECT 7 AS n', (error, result) =>
    error ? answered.reject(error) : answered.resolve((result.rows[0] as { n: number }).n),
  );
  expect(await answered.promise).toBe(7);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createPool } from '#postgres/postgres-pool.js';
import { createTables } from '#testing/create-tables.js';
import { usersDatabase } from '../users.tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { Pool } from 'pg';
import { usernameHash } from '../person/reservation-hashes.js';
import { reserveUsername } from './reserve-username.js';

const key = Buffer.alloc(32, 7);
let database: TestDatabase;
let pool: Pool;
let statements = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { name: 'users', max: 20 });
  await createTables(pool, ...usersDatabase.groups);
});
beforeEach(() => pool.query('TRUNCATE reservations'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function register(name: string): Promise<string> {
  const client = await pool.connect();
  const counting = { query: (...query: unknown[]) => ((statements += 1), client.query(...(query as [string]))) };
  try {
    await client.query('BEGIN');
    const username = await reserveUsername(counting as never, key, { name }, randomUUID());
    await client.query('COMMIT');
    return username;
  } finally {
    client.release();
  }
}

const take = (names: string[], released: string | null = null) =>
  pool.query(
    `INSERT INTO reservations (kind, hash, person_id, released_at)
     SELECT 'username', hash, gen_random_uuid(), $2::timestamptz FROM unnest($1::text[]) AS hash`,
    [names.map((name) => usernameHash(key, name)), released],
  );
const numbered = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name} ${from + index}`);

describe('authors with the same name', () => {
  test('get the first free number', async () => {
    await take(['Pat', 'Pat 2', 'Pat 4']);
    expect([await register('Pat'), await register('Pat')]).toEqual(['Pat 3', 'Pat 5']);
  });

  test('do not get a name that was released lately, but one released long ago', async () => {
    await take(['Kim', 'Kim 2'], new Date(Date.now() - 24 * 3_600_000).toISOString());
    await take(['Kim 3'], '2020-01-01T00:00:00Z');
    expect(await register('Kim')).toBe('Kim 3');
  });

  test('each get their own name when they are imported at once', async () => {
    const names = await Promise.all(Array.from({ length: 60 }, () => register('Lee')));
    expect(new Set(names).size).toBe(60);
    expect(names).toEqual(expect.arrayContaining(['Lee', ...numbered('Lee', 2, 51)]));
  });

  test('are not counted one by one: the 2,001st gets a number in three statements', async () => {
    await take(['Sam', ...numbered('Sam', 2, 2_000)]);
    await register('Warm');
    statements = 0;
    expect(await register('Sam')).toMatch(/^Sam \d{4,}$/);
    expect(statements).toBe(3);
  });
});

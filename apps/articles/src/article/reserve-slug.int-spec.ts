import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createPool } from '#postgres/postgres-pool.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../articles.tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import type { Pool } from 'pg';
import { reserveSlug } from './reserve-slug.js';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { name: 'articles', max: 20 });
  await createTables(pool, ownTables);
});
beforeEach(() => pool.query('TRUNCATE slugs'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function publish(wanted: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const slug = await reserveSlug(client, wanted, randomUUID());
    await client.query('COMMIT');
    return slug;
  } finally {
    client.release();
  }
}

const take = (...slugs: string[]) =>
  pool.query(`INSERT INTO slugs SELECT slug, gen_random_uuid() FROM unnest($1::text[]) AS slug`, [slugs]);

describe('articles with the same title', () => {
  test('get the next number, one after the other', async () => {
    const slugs = [];
    for (let article = 0; article < 9; article += 1) slugs.push(await publish('bridge'));
    expect(slugs).toEqual(['bridge', ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `bridge-${number}`)]);
  });

  test('do not take slugs of other titles that end in a number', async () => {
    await take('bridge', 'bridge-2', 'bridge-3', 'bridge-4', 'bridge-7');
    expect([await publish('bridge'), await publish('bridge'), await publish('bridge')]).toEqual([
      'bridge-5',
      'bridge-6',
      'bridge-8',
    ]);
  });

  test('each get their own number when they are published at once', async () => {
    const slugs = await Promise.all(Array.from({ length: 60 }, () => publish('at-once')));
    expect(new Set(slugs)).toEqual(
      new Set(Array.from({ length: 60 }, (_, at) => (at ? `at-once-${at + 1}` : 'at-once'))),
    );
  });

  test('are not counted one by one: the 100,001st gets its number at once', async () => {
    await pool.query(
      `INSERT INTO slugs SELECT 'many' || CASE n WHEN 1 THEN '' ELSE '-' || n END, gen_random_uuid()
       FROM generate_series(1, 100000) AS n`,
    );
    const took: number[] = [];
    for (let number = 100_001; number <= 100_005; number += 1) {
      const begun = performance.now();
      expect(await publish('many')).toBe(`many-${number}`);
      took.push(performance.now() - begun);
    }
    // However busy the machine is: counted one by one, each takes seconds.
    expect(Math.min(...took)).toBeLessThan(50);
  });
});

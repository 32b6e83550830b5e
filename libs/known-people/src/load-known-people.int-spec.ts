import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { createTables } from '#testing/create-tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { sequentialReads } from '#testing/sequential-reads.js';
import { knownPeopleTables } from './known-people.tables.js';
import { loadKnownPeople } from './load-known-people.js';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, knownPeopleTables('listening'));
  pool = createPool(database.url, { name: 'service', max: 1, settings: indexPlans });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('a look-up of people, planned while there were none, reads no row in sequence when there are many', async () => {
  await database.pool.query('ALTER TABLE listening.known_person SET (autovacuum_enabled = off)');
  const client = await pool.connect();
  try {
    await loadKnownPeople(client, [randomUUID()]);
    await database.pool.query(`INSERT INTO listening.known_person (person_id, kind, event_id, name)
      SELECT gen_random_uuid(), 'guest', gen_random_uuid(), '' FROM generate_series(1, 5000)`);
    const before = await sequentialReads(client, 'listening.known_person');
    await loadKnownPeople(client, [randomUUID()]);
    expect(await sequentialReads(client, 'listening.known_person')).toBe(before);
  } finally {
    client.release();
  }
});

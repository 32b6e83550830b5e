import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { createTestStore } from '#testing/event-store.js';
import { deleteLeftovers } from './delete-leftovers.js';

test('erasing one of many people uses indexes, and scans neither names nor answers', async () => {
  const { database } = await createTestStore();
  const { pool } = database;
  await createTables(pool, ownTables);
  await pool.query(`
    INSERT INTO reservations SELECT 'username', 'name-' || n, gen_random_uuid() FROM generate_series(1, 20000) AS n;
    INSERT INTO commands (key, fingerprint, answer)
      SELECT 'key-' || n, 'f', json_build_object('personId', gen_random_uuid()) FROM generate_series(1, 20000) AS n;
    ANALYZE`);
  const client = await pool.connect();
  await client.query('BEGIN');
  await deleteLeftovers(client, randomUUID());
  // Statistics of this transaction, to which no other connection contributes.
  const { rows } = await client.query<{ relname: string; seq_tup_read: string }>(
    `SELECT relname, seq_tup_read FROM pg_stat_xact_user_tables WHERE relname IN ('reservations', 'commands')`,
  );
  await client.query('COMMIT');
  client.release();
  await database.drop();
  expect(rows.map(({ relname, seq_tup_read }) => [relname, Number(seq_tup_read)]).sort()).toEqual([
    ['commands', 0],
    ['reservations', 0],
  ]);
});

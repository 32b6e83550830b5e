import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestStore, type TestStore } from '#testing/event-store.js';
import { createPool } from '#postgres/postgres-pool.js';
import type { Pool } from 'pg';
import { commandsDeletedAtOnce, commandsKeptDays, deleteOldCommands } from './delete-old-commands.js';

let store: TestStore;
let pool: Pool;
beforeAll(async () => {
  store = await createTestStore();
  pool = createPool(store.database.url, { name: 'forgetting' });
});
afterAll(async () => {
  await pool.end();
  await store.database.drop();
});

const running = new AbortController().signal;
const old = commandsDeletedAtOnce * 20;
const left = async () => {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int FROM commands');
  return rows[0]?.count;
};

test('many old commands are deleted in portions, by several copies at once, while new commands run', async () => {
  await pool.query(
    `INSERT INTO commands (key, fingerprint, answer, recorded_at)
     SELECT 'old-' || n, 'f', '{}', now() - make_interval(days => $1) - make_interval(secs => n)
     FROM generate_series(1, $2::int) AS n`,
    [commandsKeptDays, old],
  );
  await pool.query(`INSERT INTO commands (key, fingerprint, recorded_at)
                    SELECT 'new-' || n, 'f', now() - make_interval(days => ${commandsKeptDays - 1})
                    FROM generate_series(1, 5) AS n`);
  // A transaction that locks one of them, as a repetition after a week would: that row is left for the next round.
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT FROM commands WHERE key = 'old-17' FOR UPDATE`);
  await pool.query(`CREATE TABLE deleted (id bigint GENERATED ALWAYS AS IDENTITY, count bigint);
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO deleted (count) SELECT count(*) FROM gone; RETURN NULL; END $$;
    CREATE TRIGGER noted AFTER DELETE ON commands REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note()`);
  await Promise.all([deleteOldCommands(pool, running), deleteOldCommands(pool, running)]);
  await holder.query('ROLLBACK');
  holder.release();
  expect(await left()).toBe(6);
  const { rows } = await pool.query<{ most: string }>('SELECT max(count) AS most FROM deleted');
  expect(Number(rows[0]?.most)).toBeLessThanOrEqual(commandsDeletedAtOnce);
  await deleteOldCommands(pool, running);
  expect(await left()).toBe(5);
}, 60_000);

test('a portion finds its rows by the index on recorded_at', async () => {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT ctid FROM commands WHERE recorded_at >= '-infinity' AND recorded_at < now() ORDER BY recorded_at LIMIT 10`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('commands_recorded_at');
});

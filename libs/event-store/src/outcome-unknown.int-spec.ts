import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { problemOf } from '#http/problem-of.js';
import { createPool } from '#postgres/postgres-pool.js';
import { append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { eventually } from '#testing/eventually.js';
import { PostgresEventStore } from './postgres-event-store.js';

let held: TestStore;
let pool: Pool;
let store: PostgresEventStore;
beforeAll(async () => {
  held = await createTestStore();
  pool = createPool(held.database.url, { name: 'outcome-unknown' });
  store = new PostgresEventStore(pool);
  // A trigger that delays the commit where the stream's name says so, and one that refuses it.
  await held.database.pool.query(`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.stream LIKE 'slow-%' THEN PERFORM pg_sleep(30); END IF;
      IF NEW.stream LIKE 'refused-%' THEN RAISE 'refused'; END IF;
      RETURN NEW; END $$;
    CREATE CONSTRAINT TRIGGER lingers AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION linger()`);
});
afterAll(async () => {
  await pool.end();
  await held.database.drop();
});

let stream: string;
beforeEach(() => {
  stream = `slow-${randomUUID()}`;
});

const transact = (of: string): Promise<unknown> =>
  store.transact((transaction) => transaction.append([append(of, 0)], metadata()));
const startStream = (of: string): Promise<unknown> =>
  store.startStream({
    ...{ start: append(of, 0), metadata: metadata() },
    ...{ idempotency: { key: of, fingerprint: 'f' }, answer: {} },
  });

/** Terminates the connection whose commit is delayed. */
async function cutTheCommit(): Promise<void> {
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'
    AND application_name = 'outcome-unknown'`;
  await eventually(async () => ((await held.database.pool.query(sql)).rowCount ?? 0) > 0, { what: 'the commit' });
}

test.each([
  ['a transaction', transact],
  ['a statement that is its own transaction', startStream],
])(
  '%s whose commit is interrupted has an unknown outcome; the answer says that repeating with the key is safe',
  async (_, write) => {
    const told = write(stream).catch(problemOf);
    await cutTheCommit();
    expect(await told).toMatchObject({ status: 503, detail: expect.stringContaining('perhaps the command was done') });
  },
);

test('one that is interrupted before its commit does not', async () => {
  const problem = store.transact(({ client }) => client.query('SELECT pg_sleep(30)')).catch(problemOf);
  await cutTheCommit();
  expect(await problem).toMatchObject({ status: 503, detail: expect.not.stringContaining('perhaps') });
});

test('one that the server refuses at its commit does not', async () => {
  for (const write of [transact, startStream]) {
    await expect(write(`refused-${randomUUID()}`)).rejects.toMatchObject({ code: 'P0001', message: 'refused' });
  }
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTables, tablesIn } from '#testing/create-tables.js';
import { projectionTables } from './projection.tables.js';
import { eventually } from '#testing/eventually.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { resetProjection } from './reset-projection.js';
import { storeStreamProgress } from './stream-state.js';
import { ProgressWaiter } from './wait-for-versions.js';

const schema = 'waiting';
let database: TestDatabase;
let waiter: ProgressWaiter;
let looks = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, tablesIn(schema, projectionTables));
  const counting = { query: (query: object) => ((looks += 1), database.pool.query(query as never)) };
  waiter = new ProgressWaiter(counting, database.url, schema);
  waiter.start();
  await eventually(() => waiter.isListening, { what: 'the connection that listens' });
});
afterAll(async () => {
  await waiter.close();
  await database.drop();
});

async function reach(versions: Record<string, number>) {
  const client = await database.pool.connect();
  await storeStreamProgress(client, schema, new Map(Object.entries(versions))).finally(() => client.release());
}
const within = (versions: Record<string, number>, ms: number) => waiter.waitFor(versions, ms);

test('a wait ends when the version is notified; a known version is not looked up again', async () => {
  const waiting = within({ 'article-1': 2, 'person-1': 1 }, 5_000);
  await reach({ 'article-1': 1 });
  await reach({ 'article-1': 2, 'person-1': 3 });
  expect(await waiting).toBe(true);
  const before = looks;
  expect(await within({ 'article-1': 2, 'person-1': 2 }, 5_000)).toBe(true);
  expect(looks).toBe(before);
  expect(await within({ 'article-1': 3 }, 50)).toBe(false);
});

test('a rebuild clears the known versions', async () => {
  await reach({ 'article-2': 5 });
  expect(await within({ 'article-2': 5 }, 5_000)).toBe(true);
  await resetProjection(database.pool, schema, []);
  await eventually(async () => !(await within({ 'article-2': 5 }, 50)), { what: 'the version to be there no more' });
});

test('versions known before a lost connection are looked up again', async () => {
  await reach({ 'article-3': 1 });
  expect(await within({ 'article-3': 1 }, 5_000)).toBe(true);
  await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                             WHERE application_name = 'progress' AND datname = current_database()`);
  await eventually(() => !waiter.isListening, { what: 'the connection to be lost' });
  const before = looks;
  expect(await within({ 'article-3': 1 }, 5_000)).toBe(true);
  expect(looks).toBeGreaterThan(before);
});

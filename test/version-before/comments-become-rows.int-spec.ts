import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAway } from '#postgres/is-away.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { searchPathOf } from '#postgres/search-path.js';
import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import pg from 'pg';
import { readModelDifferences } from './compare-read-model.js';
import { fixture, linesOf } from './fixture.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  const options = `-c TimeZone=UTC ${searchPathOf(defaultReadSet)}`;
  pool = new pg.Pool({ connectionString: database.url, options, pipeline: true });
  await pool.query(readFileSync(join(fixture, 'read-schema.sql'), 'utf8'));
  for (const file of readdirSync(join(fixture, 'read-model'))) {
    const table = `read_v1.${basename(file, '.ndjson')}`;
    const rows = JSON.stringify(linesOf('read-model', file));
    await pool.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [rows]);
  }
  await migrateReadDatabase(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('a migrated database shows readers the same as before, without reading a topic', async () => {
  expect(await readModelDifferences(pool)).toEqual([]);
});

test('a comment is shown, or held, from its posting on', async () => {
  const { rows } = await pool.query(
    `SELECT comment_id FROM read_v1.comment_thread AS comment FULL JOIN read_v1.comment_shown AS seen USING (comment_id)
     WHERE (seen.from, seen.until, seen.version, seen.why)
       IS DISTINCT FROM (comment.posted_at, NULL::timestamptz, 1, comment.held_because)`,
  );
  expect(rows).toEqual([]);
});

test.each([
  'INSERT INTO read_v1.comment_thread SELECT * FROM read_v1.comment_thread ON CONFLICT (comment_id) DO NOTHING',
  `UPDATE read_v1.comment_thread SET body = '[erased]' WHERE false`,
])('a projector of the version before takes it for a database that is away: %s', async (statement) => {
  const refusal: unknown = await pool.query(statement).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ message: expect.stringContaining('stop this replica') as unknown });
  expect(isAway(refusal)).toBe(true);
});

test('an erasure deletes rows of the version before too', async () => {
  const left = () =>
    pool.query<{ personId: string }>('SELECT DISTINCT person_id AS "personId" FROM read_v1.comment_thread ORDER BY 1');
  const [first, ...others] = (await left()).rows;
  await inTransaction(pool, (client) => scrubComments(client, [first?.personId ?? '']));
  expect((await left()).rows).toEqual(others);
});

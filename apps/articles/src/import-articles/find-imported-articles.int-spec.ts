import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { eventStoreTables } from '#event-store/schema/event-store.tables.js';
import { createTables } from '#testing/create-tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { sequentialReads } from '#testing/sequential-reads.js';
import { ownTables } from '../articles.tables.js';
import { findImportedArticles } from './find-imported-articles.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, eventStoreTables, ownTables);
});
afterAll(() => database.drop());

test('the slug of an imported article is found among many without reading them all', async () => {
  const articleId = randomUUIDv7();
  await database.pool.query(
    `INSERT INTO events (id, stream, version, type, schema_version, topic, key, partition, occurred_at, recorded_at, correlation_id, data)
     SELECT gen_random_uuid(), 'article-' || id, 1, 'ArticlePublished', 1, 'articles.events.v1', id, 0, now(), now(), 'c',
            jsonb_build_object('slug', slug)
     FROM (SELECT gen_random_uuid() AS id, 'of-' || n AS slug FROM generate_series(1, 5000) AS n
           UNION ALL SELECT $1, 'ferry') AS published`,
    [articleId],
  );
  await database.pool.query(`INSERT INTO imported_articles VALUES ('archive', '7', $1)`, [articleId]);
  const pool = createPool(database.url, { name: 'articles', max: 1, settings: indexPlans });
  const client = await pool.connect();
  try {
    const before = await sequentialReads(client, 'events');
    const found = await findImportedArticles(client, [{ source: 'archive', externalId: '7' }]);
    expect([...found.values()]).toEqual([expect.objectContaining({ articleId, slug: 'ferry' })]);
    expect(await sequentialReads(client, 'events')).toEqual(before);
  } finally {
    client.release();
    await pool.end();
  }
});

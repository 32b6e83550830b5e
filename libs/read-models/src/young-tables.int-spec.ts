import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { createPool, genericPlans, indexPlans } from '#postgres/postgres-pool.js';
import { readVersions } from '#projection/read-versions.js';
import { giveComments } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { sequentialReads } from '#testing/sequential-reads.js';
import { readComment } from './comment-thread/read-comment.js';
import { loadCommenters } from './commenter/load-commenters.js';
import { readPersonNow } from './commenter/read-person-now.js';
import { defaultReadSet } from './read-set.js';

const tables = ['commenter', 'comment_state', 'comment_text', 'article_page', 'stream_progress'];
const [personId, articleId] = [randomUUIDv7(), randomUUIDv7()];

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
  // Autovacuum is off, so the tables have no statistics, as in the first minute of an import.
  for (const table of tables) await database.pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
});
afterAll(() => database.drop());

const asProjector = (client: PoolClient) => loadCommenters(client, [personId]);
const asGateway = async (client: PoolClient) => {
  await readComment(client, 1);
  await readPersonNow(client, personId, personId);
  await readVersions(client, defaultReadSet, ['comment-1']);
};

const fill = async () => {
  const rows = 'FROM generate_series(1, 5000) AS n';
  await database.pool.query(`INSERT INTO commenter (person_id, kind, name, roles, sanctions)
    SELECT gen_random_uuid(), 'guest', '', '{}', '{}' ${rows}`);
  await database.pool.query(`INSERT INTO stream_progress (stream, version) SELECT gen_random_uuid(), 1 ${rows}`);
  const texts = { body: '', bodyHtml: '', format: 'text', imported: false, heldBecause: null } as const;
  const by = { articleId, parentId: null, personId, kind: 'guest', name: 'Ada', website: null } as const;
  const comments = Array.from({ length: 500 }, (_, at) => ({
    ...by,
    ...texts,
    commentId: at + 1,
    postedAt: '2020-02-29T01:02:03.040Z',
  }));
  const client = await database.pool.connect();
  await giveComments(client, comments).finally(() => client.release());
};

test.each<[string, (client: PoolClient) => Promise<unknown>, string]>([
  // For several keys at once the planner uses an index only with these settings.
  ['projector', asProjector, indexPlans],
  ['gateway', asGateway, genericPlans],
])(
  'look-ups of the %s, planned while the tables were empty, do no sequential scan when the tables are full',
  async (name, look, settings) => {
    const pool: Pool = createPool(database.url, { name, max: 1, settings, schema: defaultReadSet });
    await database.pool.query(`TRUNCATE ${tables.join(', ')}`);
    const client = await pool.connect();
    const reads = async () => Promise.all(tables.map((table) => sequentialReads(client, table)));
    try {
      await look(client);
      await fill();
      const before = await reads();
      await look(client);
      expect(await reads()).toEqual(before);
    } finally {
      client.release();
      await pool.end();
    }
  },
);

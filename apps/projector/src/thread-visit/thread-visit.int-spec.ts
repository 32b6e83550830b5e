import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { resetProjection } from '#projection/reset-projection.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { oneByOne } from '#testing/one-by-one.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { scrubRestored } from '../erased-person/scrub-restored.js';
import { readModels } from '../read-models.set.js';
import { ada, grace, History } from '../shown/shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const [early, late] = ['2026-01-02T03:04:05.000Z', '2026-01-03T03:04:05.000Z'];

let database: TestDatabase;
let history: History;
let give: ReturnType<typeof oneByOne>;
beforeAll(async () => void (database = await createReadModels()));
beforeEach(async () => {
  history = new History(key);
  give = oneByOne(database.pool, set);
  await resetProjection(database.pool, 'read_v1', savedTables);
});
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const visits = async () => {
  const { rows } = await database.pool.query<{ person: string; upTo: Date }>(
    'SELECT person_id AS person, up_to AS "upTo" FROM thread_visit ORDER BY person_id',
  );
  return rows.map(({ person, upTo }) => [person, upTo.toISOString()]);
};

test('the last visit of each account counts', async () => {
  await give(history.visit(ada, early), history.visit(grace, early), history.visit(ada, late));
  expect(await visits()).toEqual([
    [ada, late],
    [grace, early],
  ]);
});

test('an erased account has visited nothing, and what comes late of it leaves nothing', async () => {
  await give(history.visit(ada, early), history.visit(grace, early), history.person(ada, 'PersonErased'));
  expect(await visits()).toEqual([[grace, early]]);
  await give(history.visit(ada, late));
  expect(await visits()).toEqual([[grace, early]]);
});

test('nor do its visits come back with a restored read database', async () => {
  await give(history.visit(ada, early), history.visit(grace, early));
  await scrubRestored(database.pool, [ada]);
  expect(await visits()).toEqual([[grace, early]]);
});

test('a visit is no activity, and changes nothing that others see', async () => {
  await give(history.article('ArticlePublished'));
  const shown = async () => {
    const { rows } = await database.pool.query<object>(
      `SELECT (SELECT json_agg(h ORDER BY article_id) FROM article_head h) AS heads,
              (SELECT json_agg(h ORDER BY answer) FROM site_head h) AS site, (SELECT count(*) FROM article_activity)`,
    );
    return rows;
  };
  const before = await shown();
  await give(history.visit(ada, early));
  expect([await visits(), await shown()]).toEqual([[[ada, early]], before]);
});

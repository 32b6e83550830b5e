import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { ShownSince1700000000019 } from '#read-models/migrations/0015-shown-since.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { giveComments } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { randomUUID } from 'node:crypto';
import { readModels } from '../read-models.set.js';

const set = readModels(new InMemoryKeyring(), { render: () => Promise.resolve([]) });
const postedAt = '2026-01-02T03:04:05.000Z';
const [known, approvedAt, held] = [1_000_001, '2026-01-03T00:00:00.000Z', 1_000_003];

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
afterAll(() => database.drop());

// As a projector of the version before leaves them: one shown, one approved the day after, one held.
beforeEach(async () => {
  const author = { personId: randomUUID(), kind: 'guest', name: 'Ada', website: null } as const;
  const text = { parentId: null, body: 'a', bodyHtml: '<p>a</p>', format: 'text', imported: false, postedAt } as const;
  const comments = [known, known + 1, held].map((commentId) => ({
    ...{ ...author, ...text, commentId, articleId: randomUUID() },
    heldBecause: commentId === held ? ('author-premoderated' as const) : null,
  }));
  const client = await database.pool.connect();
  await giveComments(client, comments).finally(() => client.release());
  await database.pool.query(`UPDATE comment_state SET shown_since = NULL; DELETE FROM comment_shown`);
  await database.pool.query(
    `INSERT INTO comment_shown VALUES (${known}, $1, NULL, 1, NULL), (${known + 1}, $1, $2, 1, 'author-premoderated'),
       (${known + 1}, $2, NULL, 1, NULL), (${held}, $1, NULL, 1, 'author-premoderated')`,
    [postedAt, approvedAt],
  );
});

const shownAt = async () => {
  const comments = await Promise.all([known, known + 1, held].map((id) => readComment(database.pool, id)));
  return comments.map((comment) => comment?.shownAt?.toISOString() ?? null);
};

test('a comment of the version before counts as shown since it was posted, until it is filled', async () => {
  expect(await shownAt()).toEqual([postedAt, postedAt, null]);
});

test.each([
  ['the migration', () => new ShownSince1700000000019().up(runner())],
  ['the projector that takes over', () => inTransaction(database.pool, (client) => set.takeOver?.(client) as never)],
])('%s fills it with the time of its open interval', async (_, fills) => {
  await fills();
  expect(await shownAt()).toEqual([postedAt, approvedAt, null]);
  const { rows } = await database.pool.query('SELECT FROM comment_state WHERE shown AND shown_since IS NULL');
  expect(rows).toEqual([]);
});

test('a row that another projector is saving is not waited for: it fills it itself', async () => {
  const saving = await database.pool.connect();
  await saving.query('BEGIN');
  await saving.query(`UPDATE comment_state SET shown_since = $1 WHERE comment_id = ${known}`, [postedAt]);
  await inTransaction(database.pool, async (client) => {
    await client.query("SET LOCAL lock_timeout = '1s'");
    await set.takeOver?.(client);
  });
  await saving.query('COMMIT').finally(() => saving.release());
  expect(await shownAt()).toEqual([postedAt, approvedAt, null]);
});

const runner = () =>
  ({
    query: async (sql: string, values?: unknown[]) => (await database.pool.query<object>(sql, values)).rows,
  }) as never;

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { forgetArticleActivity } from '#read-models/shown/forget-article-activity.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { saveArticleActivity } from '#read-models/shown/save-article-activity.js';
import { eventually } from '#testing/eventually.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import type { Pool, PoolClient } from 'pg';
import { readModels } from '../read-models.set.js';
import { ada, History, readAnswers } from './shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const { articleId } = articlePublished;

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
beforeEach(() => resetProjection(database.pool, 'read_v1', savedTables));
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const give = (events: BroadsideEvent[], offset = 0) =>
  applyBatch(database.pool, set, {
    ...{ topic: events[0]?.topic ?? '', partition: 0 },
    messages: asMessages(events, offset),
  });

const activity = async () =>
  (
    await database.pool.query<{ sequence: string; kind: string; comment_id: string | null }>(
      'SELECT sequence, kind, comment_id FROM article_activity WHERE article_id = $1 ORDER BY sequence',
      [articleId],
    )
  ).rows;
const head = async (seenBy: Pool | PoolClient = database.pool) =>
  (await seenBy.query<{ sequence: string }>('SELECT sequence FROM article_head')).rows[0]?.sequence;

const someoneWaits = async () =>
  ((
    await database.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).rowCount ?? 0) > 0;

const now = () => new Date().toISOString();

describe('the activity of an article', () => {
  test('lists what became visible, in that order; the last entry has the sequence of the head', async () => {
    const history = new History(key);
    const heldBecause = 'author-premoderated';
    await give([history.article('ArticlePublished', {}, now())]);
    await give([
      history.comment('CommentPosted', 1, {}, now()),
      history.comment('CommentPosted', 2, { heldBecause }, now()),
      history.comment('CommentPosted', 3, {}, now()),
      history.comment('CommentApproved', 2, {}, now()),
    ]);
    await give([history.article('CommentsClosed', {}, now()), history.article('CommentsReopened', {}, now())], 1);
    const rows = await activity();
    expect(rows.map(({ kind, comment_id }) => [kind, comment_id])).toEqual([
      ['article-published', null],
      ['comment-shown', '1'],
      ['comment-shown', '3'],
      ['comment-shown', '2'],
      ['comments-closed', null],
      ['comments-reopened', null],
    ]);
    expect(new Set(rows.map(({ sequence }) => sequence)).size).toBe(6);
    expect(rows.at(-1)?.sequence).toBe(await head());
  });

  test('is stored once if the batch is delivered again', async () => {
    const history = new History(key);
    const events = [history.comment('CommentPosted', 1, {}, now())];
    await give(events);
    const once = [await activity(), await head()];
    await give(events);
    await give(events, 1);
    expect([await activity(), await head()]).toEqual(once);
  });

  test('has no entry for an archive’s comment or an old one, which only raises the version', async () => {
    const history = new History(key);
    const provenance = { source: 'a blog', externalId: '1' };
    const before = await readAnswers(database.pool);
    await give([
      history.comment('CommentPosted', 1, { provenance }, now()),
      history.comment('CommentPosted', 2, {}, new Date(Date.now() - 3_700_000).toISOString()),
    ]);
    expect(await activity()).toEqual([]);
    expect(await head()).toBeDefined();
    expect((await readAnswers(database.pool)).lists.version).not.toBe(before.lists.version);
  });

  test('is deleted after an hour', async () => {
    const history = new History(key);
    await give([history.comment('CommentPosted', 1, {}, now())]);
    const { signal } = new AbortController();
    await forgetArticleActivity(database.pool, signal);
    expect(await activity()).toHaveLength(1);
    await forgetArticleActivity(database.pool, signal, 0);
    expect(await activity()).toEqual([]);
  });

  test('a sequence that was assigned and then lost is never assigned again', async () => {
    const history = new History(key);
    await give([history.comment('CommentPosted', 1, {}, now())]);
    const seen = await head();
    // This is the state after a crash of the server, because the last commits did not wait for the disk.
    await resetProjection(database.pool, 'read_v1', savedTables);
    await give([history.article('ArticlePublished', {}, now())]);
    expect(BigInt((await head()) ?? 0)).toBeGreaterThan(BigInt(seen ?? 0));
  });
});

describe('partitions that change the same articles', () => {
  const change = { kind: 'comment-shown', commentId: 1, recordedAt: '2026-01-01T00:00:00.000Z' } as const;

  test('wait for each other, so that a later sequence is never visible before an earlier one', async () => {
    const first = await database.pool.connect();
    try {
      await first.query('BEGIN');
      await saveArticleActivity(first, [{ articleId, news: [change] }]);
      const second = inTransaction(database.pool, (client) =>
        saveArticleActivity(client, [{ articleId, news: [change] }]),
      );
      await eventually(someoneWaits, { what: 'the second to wait for the first' });
      const earlier = await head(first);
      await first.query('COMMIT');
      await second;
      expect(BigInt((await head()) ?? 0)).toBeGreaterThan(BigInt(earlier ?? 0));
    } finally {
      first.release();
    }
  });

  test('never deadlock, in whatever order they name the articles', async () => {
    const rows = Array.from({ length: 400 }, () => ({ articleId: randomUUID(), news: [] }));
    const save = (those: typeof rows) =>
      inTransaction(database.pool, async (client) => {
        await saveArticleActivity(client, those);
        await raiseSiteHeads(client, ['threads', 'lists'], [randomUUID()]);
      });
    for (let round = 0; round < 15; round += 1) await Promise.all([save(rows), save(rows.toReversed()), save(rows)]);
  });

  test('a new person’s transaction finds their rows that another partition wrote just before', async () => {
    const first = await database.pool.connect();
    const raised = async () =>
      (await database.pool.query<{ answer: string }>('SELECT answer FROM site_head ORDER BY answer')).rows.map(
        ({ answer }) => answer,
      );
    try {
      await first.query('BEGIN');
      await first.query('INSERT INTO comments_by_person VALUES ($1, 0, 1)', [ada]);
      await raiseSiteHeads(first, ['lists']);
      const second = inTransaction(database.pool, (client) => raiseSiteHeads(client, [], [ada]));
      await eventually(someoneWaits, { what: 'the second to wait for the first' });
      await first.query('COMMIT');
      await second;
      expect(await raised()).toEqual(['lists', 'threads-current']);
    } finally {
      first.release();
    }
  });
});

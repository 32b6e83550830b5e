import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { canonicalDump, savedTables } from '#read-models/canonical-dump.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { readCommentRevisions } from '#read-models/comment-thread/read-comment-revisions.js';
import { readFeedComments } from '#read-models/comment-thread/read-feed-comments.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import { readPublicCommenter } from '#read-models/commenter/read-public-commenter.js';
import { beforeAllComments, readShownCommentsOf } from '#read-models/commenter/read-shown-comments-of.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import { readModels } from '../read-models.set.js';
import { ada, History, readAnswers } from '../shown/shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const { articleId, slug } = articlePublished;

let database: TestDatabase;
let history: History;
let offsets: Record<string, number>;
beforeAll(async () => void (database = await createReadModels()));
beforeEach(() => reset());
afterAll(async () => {
  renderer.close();
  await database.drop();
});

async function reset(): Promise<void> {
  history = new History(key);
  offsets = {};
  await resetProjection(database.pool, 'read_v1', savedTables);
  await give(history.article('ArticlePublished'), history.person(ada, 'GuestIntroduced', { name: 'Ada' }));
}

async function give(...events: BroadsideEvent[]): Promise<void> {
  for (const event of events) {
    const { topic } = event;
    const offset = offsets[topic] ?? 0;
    offsets[topic] = offset + 1;
    const outcome = await applyBatch(database.pool, set, {
      topic,
      partition: 0,
      messages: asMessages([event], offset),
    });
    expect(outcome).toMatchObject({ applied: 1, deadLetters: 0, parked: 0 });
  }
}

const facts = { codePoints: 1, links: 0 };
const change = { authorId: ada, facts, decidedOn: {}, by: 'author', format: 'text', wasShown: true };
const posted = (id: number, parentId: number | null = null, data: object = {}) =>
  history.comment('CommentPosted', id, { body: `Canary ${id}`, parentId, ...data });
const edited = (id: number, data: object = {}) =>
  history.comment('CommentEdited', id, { ...change, body: `Canary ${id} anew`, ...data });
const deleted = (id: number, data: object = {}) => history.comment('CommentDeleted', id, { ...change, ...data });

const inThread = async () => {
  const { rows } = await database.pool.query<{ id: number; deleted: boolean }>(
    'SELECT comment_id::int AS id, deleted FROM comment_state WHERE shown ORDER BY comment_id',
  );
  return rows.map(({ id, deleted: isGone }) => (isGone ? -id : id));
};

/** All that readers are told of comments. */
async function told(): Promise<string> {
  const { pool } = database;
  const page = { behind: beforeAllComments, most: 99 };
  return JSON.stringify([
    await readAnswers(pool),
    await readFeedComments(pool, articleId, 'as-posted'),
    await readShownCommentsOf(pool, ada, page),
    await Promise.all([1, 2, 3].map((id) => readComment(pool, id))),
  ]);
}

describe('an edited comment', () => {
  test('says its new text everywhere, and when it was changed; its former one is told only to moderators', async () => {
    await give(posted(1), edited(1));
    expect(await told()).toContain('Canary 1 anew');
    expect(await told()).not.toContain('Canary 1"');
    const comment = await readComment(database.pool, 1);
    expect(comment?.editedAt).toEqual(comment?.updatedAt);
    expect(comment?.editedAt).not.toBeNull();
    const revisions = await readCommentRevisions(database.pool, 1);
    expect(revisions.map(({ body, name }) => [body, name])).toEqual([
      ['Canary 1', 'Ada'],
      ['Canary 1 anew', 'Ada'],
    ]);
  });

  test('is counted while readers see it: held again it is not, approved it is', async () => {
    await give(posted(1), posted(2));
    const count = async () => (await readArticlePage(database.pool, slug))?.commentCount;
    await give(edited(1, { heldBecause: 'author-premoderated' }));
    expect([await count(), await inThread()]).toEqual([1, [2]]);
    await give(edited(1, { heldBecause: 'author-premoderated', wasShown: false }));
    expect(await count()).toBe(1);
    await give(history.comment('CommentApproved', 1));
    expect([await count(), await inThread()]).toEqual([2, [1, 2]]);
  });
});

describe('a deleted comment', () => {
  test('is gone where nobody has answered it, and a note where somebody has', async () => {
    await give(posted(1), posted(2, 1), posted(3));
    await give(deleted(3), deleted(1, { by: 'staff' }));
    expect(await inThread()).toEqual([-1, 2]);
    const text = await told();
    expect([text.includes('Canary 2'), text.includes('Canary 1'), text.includes('Canary 3')]).toEqual([
      ...[true, false, false],
    ]);
    expect(await readComment(database.pool, 1)).toMatchObject({
      deletedBy: 'staff',
      body: '',
      name: '',
      shownAt: null,
    });
    expect((await readFeedComments(database.pool, articleId, 'as-posted')).map(({ commentId }) => commentId)).toEqual([
      2,
    ]);
    expect((await readArticlePage(database.pool, slug))?.commentCount).toBe(1);
    expect((await readPublicCommenter(database.pool, ada))?.commentCount).toBe(1);
    await give(deleted(2));
    expect(await inThread()).toEqual([]);
  });

  test('comes back as a note when an answer that was held is approved', async () => {
    await give(posted(1), posted(2, 1, { heldBecause: 'author-premoderated' }), deleted(1));
    expect(await inThread()).toEqual([]);
    await give(history.comment('CommentApproved', 2));
    expect(await inThread()).toEqual([-1, 2]);
  });

  test('is in its author’s export and read by moderators, until the author is erased', async () => {
    await give(posted(1), edited(1), deleted(1));
    const own = await readCommentsOfPerson(database.pool, { personId: ada, behind: '0', most: 9, maxBytes: 1_000 });
    expect(own).toMatchObject([{ body: 'Canary 1 anew', deleted: true, held: false }]);
    const revisions = await readCommentRevisions(database.pool, 1);
    expect(revisions.map(({ body, deletedBy }) => [body, deletedBy])).toEqual([
      ['Canary 1', null],
      ['Canary 1 anew', null],
      ['', 'author'],
    ]);
    await give(history.person(ada, 'PersonErased'));
    expect((await canonicalDump(database.pool)).join('\n')).not.toContain('Canary');
  });
});

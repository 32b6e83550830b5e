import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { personErased } from '#contracts/people/person.examples.js';
import type { TopicName } from '#contracts/topics.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { foldedTables } from '#read-models/canonical-dump.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { bytesOfText } from '#read-models/comment-thread/bytes-of-text.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { loadCommentStates } from '#read-models/comment-thread/load-comment-states.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';
import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import { readHeldComments } from '#read-models/comment-thread/read-held-comments.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { recorded } from '#testing/recorded.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import { examples, people } from '../projection.examples.js';
import { readModels } from '../read-models.set.js';
import { comments as heldAndShown } from './comment.examples.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const [ada = '', grace = ''] = people;
const { slug } = articlePublished;
/** Three comments: the second was held and is approved, the third is held. */
const comments = heldAndShown(key);
const page = { limit: 20, offset: 0 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
beforeEach(async () => {
  await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
  await give('articles.events.v1', examples(key)['article-page']?.slice(0, 1) ?? [], 0);
});
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const give = (topic: TopicName, events: BroadsideEvent[], offset: number) =>
  applyBatch(database.pool, set, { topic, partition: 0, messages: asMessages(events, offset) });

const seen = async () => {
  const { pool } = database;
  const thread = await pool.query<{ id: string }>(
    'SELECT comment_id AS id FROM comment_state WHERE shown ORDER BY posted_at, comment_id',
  );
  const held = await readHeldComments(pool, page);
  return {
    thread: thread.rows.map(({ id }) => Number(id)),
    count: (await readArticlePage(pool, slug))?.commentCount,
    held: held.comments.map(({ commentId, heldBecause }) => [commentId, heldBecause]),
    heldCount: held.commentsCount,
  };
};
const before = { thread: [1_000_001], count: 1, heldCount: 2 };
const after = {
  ...{ thread: [1_000_001, 1_000_002], count: 2, heldCount: 1 },
  held: [[1_000_003, 'author-premoderated']],
};

describe('held comments', () => {
  test('are neither shown nor counted until they are approved, whatever the batches', async () => {
    await give('comments.events.v1', comments, 0);
    expect(await seen()).toEqual(after);
    await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
    await give('articles.events.v1', examples(key)['article-page']?.slice(0, 1) ?? [], 0);
    for (const [offset, event] of comments.entries()) {
      await give('comments.events.v1', [event], offset);
      if (offset === comments.length - 2) expect(await seen()).toMatchObject(before);
    }
    expect(await seen()).toEqual(after);
  });

  test('are listed in order of time, with their article and text', async () => {
    await give('comments.events.v1', comments, 0);
    const { comments: held } = await readHeldComments(database.pool, page);
    expect(held).toMatchObject([{ body: 'comment 1000003 <b>', personId: ada, slug, title: articlePublished.title }]);
    expect(await readHeldComments(database.pool, { limit: 1, offset: 1 })).toEqual({ comments: [], commentsCount: 1 });
  });

  test('are found by their number and by their author, who sees that they are held', async () => {
    await give('comments.events.v1', comments, 0);
    expect(await readComment(database.pool, 1_000_003)).toMatchObject({ held: true });
    expect(await readComment(database.pool, 1_000_002)).toMatchObject({ held: false });
    const own = await readCommentsOfPerson(database.pool, { personId: ada, behind: '0', most: 9, maxBytes: 1_000 });
    expect(own.map(({ id, held }) => [id, held])).toEqual([
      ['1000001', false],
      ['1000003', true],
    ]);
  });

  test('are approved without their text if it was scrubbed meanwhile', async () => {
    await give('comments.events.v1', comments.slice(0, -1), 0);
    const about = { stream: `person-${grace}`, topic: 'users.events.v1', key: grace } as const;
    const data = () => ({ ...personErased, personId: grace });
    await give('users.events.v1', [recorded({ ...about, type: 'PersonErased', data })], 0);
    await give('comments.events.v1', comments.slice(-1), comments.length - 1);
    expect(comments.at(-1)).toMatchObject({ type: 'CommentApproved', data: { commentId: 1_000_002 } });
    expect(await readComment(database.pool, 1_000_002)).toMatchObject({ held: false, body: '[erased]' });
  });

  test('are shown to moderator and author with their newest text, and every text is scrubbed when the author is erased', async () => {
    await give('comments.events.v1', comments, 0);
    const client = await database.pool.connect();
    const text = { commentId: 1_000_003, version: 2, name: 'Ada', website: null, format: 'text' as const };
    await saveCommentTexts(client, [{ ...text, body: 'as it is', bodyHtml: '<p>as it is</p>' }]);
    await client.query('UPDATE comment_state SET version = 2 WHERE comment_id = 1000003');
    expect((await readHeldComments(database.pool, page)).comments.map(({ body }) => body)).toEqual(['as it is']);
    expect(await readComment(database.pool, 1_000_003)).toMatchObject({ body: 'as it is' });
    const own = await readCommentsOfPerson(database.pool, { personId: ada, behind: '0', most: 9, maxBytes: 1_000 });
    expect(own.map(({ body }) => body)).toEqual(['comment 1000001 <b>', 'as it is']);
    await scrubComments(client, [ada]);
    client.release();
    const { rows } = await database.pool.query<{ body: string }>(
      'SELECT body FROM comment_text WHERE comment_id IN (1000001, 1000003)',
    );
    expect(rows.map(({ body }) => body)).toEqual(['[erased]', '[erased]', '[erased]']);
  });

  test('have no size of text if their author was erased after they were loaded to be approved', async () => {
    await give('comments.events.v1', comments, 0);
    const client = await database.pool.connect();
    const loaded = [...(await loadCommentStates(client, ['1000003'])).values()];
    await scrubComments(client, [ada]);
    await saveCommentStates(
      client,
      loaded.map((state) => ({ ...state, shown: true, heldBecause: null })),
    );
    const [saved] = (await loadCommentStates(client, ['1000003'])).values();
    client.release();
    expect(saved).toEqual({ ...loaded[0], shown: true, heldBecause: null, bytes: bytesOfText(erasedComment) });
  });

  test('are never shown, not even for an instant: the event that posts them says that they are held', async () => {
    await give('comments.events.v1', comments.slice(0, 2), 0);
    expect(await seen()).toMatchObject({ thread: [1_000_001], count: 1, heldCount: 1 });
  });
});

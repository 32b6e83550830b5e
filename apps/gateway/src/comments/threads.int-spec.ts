import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { searchPathOf } from '#postgres/search-path.js';
import { resetProjection } from '#projection/reset-projection.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { giveComments } from '#testing/give-comments.js';
import { loadCommentStates } from '#read-models/comment-thread/load-comment-states.js';
import { saveCommentStates } from '#read-models/comment-thread/save-comment-states.js';
import { saveCommentTexts } from '#read-models/comment-thread/save-comment-texts.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { tellClientAddress } from '#http/client-address.js';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { readPage, walkPages } from '#testing/thread-pages.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import { sendAnswer } from '../answers/whole-answer.js';
import type { Comment } from './comment.answers.js';
import { PageOfThread } from './page-of-thread.js';
import { readCommentSizes } from './read-comment-sizes.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { Threads } from './threads.js';

const articleId = randomUUIDv7();
const personId = randomUUIDv7();
const firstAt = Date.parse('2020-02-29T01:02:03.040Z');

let database: TestDatabase;
let pool: Pool;
let server: FastifyInstance;
let url: string;

beforeAll(async () => {
  database = await createReadModels();
  await publishAs('one', articleId);
  const options = `-c TimeZone=America/St_Johns ${searchPathOf(defaultReadSet)}`;
  pool = new pg.Pool({ connectionString: database.url, options, pipeline: true });
  pool.on('error', () => undefined);
  const threads = new Threads({ pool, lookUps: pool, names: 'as-posted', big: new BigAnswers() });
  server = fastify();
  tellClientAddress(server, []);
  server.get<{ Params: { slug: string } }>('/api/articles/:slug/comments', async ({ params, query }, reply) => {
    await sendAnswer(reply, await threads.page(params.slug, parseBody(PageOfThread, query)));
    return reply;
  });
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).send(error) : reply.status(500).send(String(error)),
  );
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => resetProjection(database.pool, 'read_v1', ['comment_state', 'comment_text']));
afterEach(() => expect(pool.waitingCount).toBe(0));
afterAll(async () => {
  await server.close();
  await pool.end();
  await database.drop();
});

async function inDatabase(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  await work(client).finally(() => client.release());
}

const publishAs = (slug: string, id: string) => {
  const at = new Date(firstAt).toISOString();
  return inDatabase((client) =>
    saveArticlePages(client, [
      {
        ...{ articleId: id, slug, title: 'One', description: '', body: '', bodyHtml: '', format: 'text' },
        ...{
          tagList: [],
          authorId: id,
          source: null,
          remark: null,
          remarkHtml: null,
          sectionId: null,
          commentsClosed: false,
          publishedAt: at,
          updatedAt: at,
        },
      },
    ]),
  );
};

/** Comments with these numbers, a second apart; every second one has the time of the one before. */
const say = (
  ids: number[],
  body: string,
  more: { heldBecause?: 'author-premoderated'; postedAt?: string; articleId?: string } = {},
) =>
  inDatabase((client) =>
    giveComments(
      client,
      ids.map((commentId) => ({
        ...{ commentId, articleId, parentId: null, personId, kind: 'guest', name: 'Ada', website: null, body },
        ...{ bodyHtml: `<p>${body}</p>`, format: 'text', imported: false, heldBecause: null },
        postedAt: new Date(firstAt + Math.floor(commentId / 2) * 1_000).toISOString(),
        ...more,
      })),
    ),
  );

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const read = (path?: string) => readPage(url, path);
const walk = (path?: string, meanwhile?: () => Promise<void>) => walkPages(url, path, meanwhile);

test('a comment has the time as the platform writes it, whether the thread is read at once or by pages', async () => {
  const times = ['0001-01-01T00:00:00.000Z', '2020-02-29T01:02:03.040Z', '+010000-01-01T00:00:00.000Z'];
  const stored = ['0001-01-01T00:00:00Z', '2020-02-29T01:02:03.04Z', '9999-12-31T23:59:59.9999999Z'];
  for (const [index, postedAt] of stored.entries()) await say([index + 1], 'short', { postedAt });
  const read = async (query: string) => {
    const answer = await fetch(new URL(`/api/articles/one/comments${query}`, url));
    return ((await answer.json()) as { comments: Comment[] }).comments.map(({ createdAt }) => createdAt);
  };
  expect([await read(''), await read('?limit=3'), await read('?after=2')]).toEqual([times, times, times.slice(2)]);
});

test('a comment is shown once, with its newest text, whether the thread is read at once or by pages', async () => {
  await say([1, 2], 'as it was');
  await inDatabase(async (client) => {
    const text = { commentId: 1, version: 3, name: 'Ada', website: null, format: 'text' as const };
    await saveCommentTexts(client, [{ ...text, body: 'as it is', bodyHtml: '<p>as it is</p>' }]);
    const states = [...(await loadCommentStates(client, ['1'])).values()];
    await saveCommentStates(
      client,
      states.map((state) => ({ ...state, version: 3 })),
    );
  });
  const bodies = async (query: string) => {
    const answer = await fetch(new URL(`/api/articles/one/comments${query}`, url));
    return ((await answer.json()) as { comments: Comment[] }).comments.map(({ body }) => body);
  };
  expect([await bodies(''), await bodies('?limit=5')]).toEqual(Array(2).fill(['as it is', 'as it was']));
  const tuples = await readThreadTuples(pool, ['1'], { names: 'as-posted', viewerId: undefined });
  expect(tuples.map(([, , , , , , body]) => body)).toEqual(['as it is']);
  expect(await readCommentSizes(pool, ['1', '2'], 1_000_000)).toHaveLength(2);
});

describe('the answer of a thread is bounded', () => {
  test('a page has at most 500 comments', async () => {
    await say(numbers(1, 1_001), 'short');
    const pages = await walk();
    expect(pages.map(({ ids }) => ids)).toEqual([numbers(1, 500), numbers(501, 1_000), [1_001]]);
    expect(pages[0]?.next).toBe('/api/articles/one/comments?after=500');
  });

  test('a full last page has no link', async () => {
    await say(numbers(1, 500), 'short');
    expect(await read()).toMatchObject({ ids: numbers(1, 500), next: undefined });
    expect((await walk('/api/articles/one/comments?limit=250')).map(({ ids }) => ids.length)).toEqual([250, 250]);
  });

  test.each([
    ['plain', 'x'.repeat(10_000)],
    ['three bytes a character', '語'.repeat(10_000)],
    ['twice as long as JSON', '"'.repeat(5_000)],
    ['six times as long as JSON', '\u0001'.repeat(2_000)],
  ])('a page has at most 4 MB: %s', async (_, body) => {
    await say(numbers(1, 300), body);
    const pages = await walk();
    expect(pages.flatMap(({ ids }) => ids)).toEqual(numbers(1, 300));
    const sizes = pages.map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4_000_000);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(3_500_000);
  });

  test('a larger comment is alone on its page', async () => {
    await say([1, 2, 3], 'short');
    await say([4, 5], 'x'.repeat(2_100_000));
    await say([6], 'short');
    expect((await walk()).map(({ ids }) => ids)).toEqual([[1, 2, 3], [4], [5], [6]]);
  });

  test('a page has at most as many comments as requested', async () => {
    await say(numbers(1, 5), 'short');
    const pages = await walk('/api/articles/one/comments?limit=2');
    expect(pages.map(({ ids }) => ids)).toEqual([[1, 2], [3, 4], [5]]);
    expect(pages[0]?.next).toBe('/api/articles/one/comments?after=2&limit=2');
    await say(numbers(1, 5), 'x'.repeat(100_000));
    expect((await walk('/api/articles/one/comments?limit=2')).map(({ ids }) => ids)).toEqual([[1, 2], [3, 4], [5]]);
  });
});

describe('reading a thread page by page', () => {
  test('returns each comment once, ordered by time, while others are written', async () => {
    await say(numbers(101, 140), 'short');
    let late = 140;
    const meanwhile = async () => {
      // Two at the end, as people write them, and one far before, as an import may add.
      await say([++late, ++late, 240 - late], 'short');
    };
    const met = (await walk('/api/articles/one/comments?limit=7', meanwhile)).flatMap(({ ids }) => ids);
    expect(late).toBeGreaterThan(150);
    expect(met).toEqual(numbers(101, late));
  });

  test('leaves out held comments, and continues after one that has become held', async () => {
    await say([1, 3, 4], 'short');
    await say([2], 'short', { heldBecause: 'author-premoderated' });
    expect(await read()).toMatchObject({ ids: [1, 3, 4] });
    expect(await read('/api/articles/one/comments?limit=2')).toMatchObject({ ids: [1, 3] });
    await say([3], 'short', { heldBecause: 'author-premoderated' });
    expect(await read('/api/articles/one/comments?after=3')).toEqual(expect.objectContaining({ ids: [4] }));
  });

  test('leaves out a comment that was held after its number was read', async () => {
    await say([1, 2], 'short');
    await say([2], 'short', { heldBecause: 'author-premoderated' });
    const sent = await readThreadTuples(pool, ['1', '2'], { names: 'as-posted', viewerId: undefined });
    expect(sent.map(([id]) => id)).toEqual(['1']);
  });

  test('ends with an empty page if nothing was written since', async () => {
    await say([1], 'short');
    expect(await read('/api/articles/one/comments?after=1')).toMatchObject({ ids: [], next: undefined });
  });
});

test('returns the thread of the later article if two have one slug', async () => {
  const [earlier = '', later = ''] = [randomUUIDv7(), randomUUIDv7()].sort();
  await publishAs('contested', later);
  await publishAs('contested', earlier);
  await say([3], 'of the earlier', { articleId: earlier });
  await say([1, 2], 'of the later', { articleId: later });
  for (const query of ['', '?limit=2']) {
    expect(await read(`/api/articles/contested/comments${query}`)).toMatchObject({ ids: [1, 2] });
  }
  expect(await read('/api/articles/contested/comments?after=1')).toMatchObject({ ids: [2] });
  expect((await fetch(new URL('/api/articles/contested/comments?after=3', url))).status).toBe(422);
});

test.each([
  ['two/comments', 404],
  ['two/comments?after=1', 404],
  ['one/comments?after=2', 422],
  ['one/comments?after=x', 422],
  ['one/comments?after=1&after=1', 422],
  ['one/comments?limit=501', 422],
  ['one/comments?limit=0', 422],
  ['one/comments?after=9999999999999999999', 422],
])('%s is answered with %d', async (path, status) => {
  await say([1], 'short');
  expect((await fetch(new URL(`/api/articles/${path}`, url))).status).toBe(status);
});

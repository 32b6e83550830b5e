import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { tellClientAddress } from '#http/client-address.js';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { searchPathOf } from '#postgres/search-path.js';
import { resetProjection } from '#projection/reset-projection.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { giveComments, type GivenComment } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import { sendAnswer } from '../answers/whole-answer.js';
import type { CommentInThread, Parent } from './comment.answers.js';
import { PageOfThread } from './page-of-thread.js';
import { inThreadOrder } from './in-thread-order.suite.js';
import { threadOrders } from './thread-order.js';
import { Threads } from './threads.js';

const [articleId, personId] = [randomUUIDv7(), randomUUIDv7()];
const at = '2020-02-29T01:02:03.040Z';
const path = '/api/articles/one/comments';

let database: TestDatabase;
let pool: Pool;
let server: FastifyInstance;
let base: string;
beforeAll(async () => {
  database = await createReadModels();
  pool = new pg.Pool({ connectionString: database.url, options: searchPathOf(defaultReadSet), pipeline: true });
  pool.on('error', () => undefined);
  const client = await database.pool.connect();
  await saveArticlePages(client, [
    {
      ...{ articleId, slug: 'one', title: 'One', description: '', body: '', bodyHtml: '', format: 'text', tagList: [] },
      ...{
        authorId: personId,
        source: null,
        remark: null,
        remarkHtml: null,
        sectionId: null,
        commentsClosed: false,
        publishedAt: at,
        updatedAt: at,
      },
    },
  ]).finally(() => client.release());
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
  base = await server.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => resetProjection(database.pool, 'read_v1', ['comment_state', 'comment_text']));
afterAll(async () => {
  await server.close();
  await pool.end();
  await database.drop();
});

const row = (id: number, parentId: number | null = null, more: Partial<GivenComment> = {}): GivenComment => ({
  ...{ commentId: id, articleId, parentId, personId, kind: 'guest', name: `Ada ${id}`, website: null, body: 'so' },
  ...{ bodyHtml: '<p>so</p>', format: 'text', imported: false, heldBecause: null },
  // Every second one has the time of the one before.
  postedAt: new Date(Date.parse(at) + Math.floor(id / 2) * 1_000).toISOString(),
  ...more,
});

async function give(rows: GivenComment[]): Promise<void> {
  const client = await database.pool.connect();
  await giveComments(client, rows).finally(() => client.release());
}

interface Read {
  comments: CommentInThread[];
  parents?: Parent[];
  ids: number[];
  bytes: number;
  links: Record<string, string>;
}

async function read(url: string): Promise<Read> {
  const answer = await fetch(new URL(url, base), { signal: AbortSignal.timeout(10_000) });
  expect([url, answer.status]).toEqual([url, 200]);
  const links = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  const text = await answer.text();
  const body = JSON.parse(text) as Pick<Read, 'comments' | 'parents'>;
  return {
    ...body,
    ids: body.comments.map(({ id }) => id),
    bytes: Buffer.byteLength(text),
    links: Object.fromEntries(links.map(([, href = '', rel = '']) => [rel, href])),
  };
}

/** The pages that follow each other by a link. */
async function walk(url: string, rel: 'next' | 'prev'): Promise<Read[]> {
  const pages = [await read(url)];
  for (let next = pages[0]?.links[rel]; next !== undefined; next = pages.at(-1)?.links[rel]) {
    pages.push(await read(next));
  }
  return pages;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** Replies to earlier ones of every distance; each seventh is held. */
const thread = numbers(1, 60).map((id) => {
  const parentId = id % 3 === 0 ? null : (id * 17) % id === 0 ? Math.floor(id / 2) || null : (id * 31) % id || null;
  return row(id, parentId, { heldBecause: id % 7 === 0 ? 'author-premoderated' : null });
});

describe.each(threadOrders)('a thread, %s', (order) => {
  test('has each shown comment once, forwards, backwards and around', async () => {
    await give(thread);
    const forwards = await walk(`${path}?order=${order}&limit=8`, 'next');
    const shown = thread.filter(({ heldBecause }) => heldBecause === null);
    const inTree = inThreadOrder(shown.map(({ commentId, parentId }) => ({ id: commentId, parentId })));
    const ids = forwards.flatMap((page) => page.ids);
    expect(ids.toSorted((one, other) => one - other)).toEqual(shown.map(({ commentId }) => commentId));
    const oldest = shown.map(({ commentId }) => commentId);
    if (order === 'oldest') expect(ids).toEqual(oldest);
    if (order === 'newest') expect(ids).toEqual(oldest.toReversed());
    const depths = forwards.flatMap((page) => page.comments.map(({ id, depth }) => [id, depth]));
    if (order === 'tree') expect(depths).toEqual(inTree.map(({ comment, depth }) => [comment.id, depth]));
    if (order === 'newest-tree') {
      expect(Object.fromEntries(depths)).toEqual(
        Object.fromEntries(inTree.map(({ comment, depth }) => [comment.id, depth])),
      );
    }
    const last = forwards.at(-1)?.ids[0];
    const backwards = await walk(`${path}?order=${order}&limit=8&around=${last}`, 'prev');
    expect(backwards.reverse().map((page) => page.ids)).toEqual(forwards.map((page) => page.ids));
    expect([forwards[0]?.links, backwards.at(-1)?.links]).toEqual([
      { next: `${path}?after=${forwards[0]?.ids.at(-1)}&limit=8&order=${order}` },
      { prev: `${path}?before=${last}&limit=8&order=${order}` },
    ]);
  });

  test('goes on behind a comment that is held by now', async () => {
    await give(numbers(1, 5).map((id) => row(id)));
    const { ids } = await read(`${path}?order=${order}`);
    await give([row(3, null, { heldBecause: 'author-premoderated' })]);
    expect((await read(`${path}?order=${order}&after=3`)).ids).toEqual(ids.slice(3));
    expect((await read(`${path}?order=${order}&before=3`)).ids).toEqual(ids.slice(0, 2));
  });

  test('is sent in pages of 4 MB, each comment once, the nearest to the one that was asked for', async () => {
    await give(numbers(1, 60).map((id) => row(id, id > 50 ? 1 : null, { body: 'x'.repeat(150_000) })));
    const url = `${path}?order=${order}&parents=true`;
    const forwards = await walk(url, 'next');
    const ids = forwards.flatMap((page) => page.ids);
    expect(new Set(ids).size).toBe(60);
    expect(forwards.length).toBe(3);
    const before = await read(`${url}&before=${ids.at(-1)}`);
    expect(before.ids).toEqual(ids.slice(-1 - before.ids.length, -1));
    expect(before.links['prev']).toBe(`${path}?before=${before.ids[0]}&order=${order}&parents=true`);
    const around = await read(`${url}&around=${ids.at(-1)}`);
    expect(around.ids).toEqual(ids.slice(-1));
    for (const { bytes } of [...forwards, before, around]) expect(bytes).toBeLessThanOrEqual(4_000_000);
  });
});

test('a page without an order is as it was: no depth, and one link', async () => {
  await give(numbers(1, 5).map((id) => row(id)));
  const { comments, links } = await read(`${path}?after=1&limit=2`);
  expect(comments.map((comment) => 'depth' in comment)).toEqual([false, false]);
  expect(links).toEqual({ next: `${path}?after=3&limit=2` });
  expect((await read(`${path}?after=1&limit=2&order=oldest`)).links).toEqual({
    next: `${path}?after=3&limit=2&order=oldest`,
    prev: `${path}?before=2&limit=2&order=oldest`,
  });
});

test('a flat page names the shown comments that it answers and that stand elsewhere, with their first words', async () => {
  await give([
    row(1, null, { bodyHtml: `<p>${'a'.repeat(100)}</p><blockquote>b &amp; ${'c'.repeat(100)}</blockquote>` }),
    row(2, null, { heldBecause: 'author-premoderated' }),
    row(3, null, { kind: 'account' }),
    ...[row(4, 1), row(5, 2), row(6, 3), row(7, 6), row(8, 1)],
  ]);
  const { ids, parents } = await read(`${path}?order=newest&limit=5&parents=true`);
  expect(ids).toEqual([8, 7, 6, 5, 4]);
  const mark = personId.slice(-6);
  expect(parents).toEqual([
    {
      ...{ id: 1, author: { username: 'Ada 1', kind: 'guest', id: personId, mark } },
      excerpt: `${'a'.repeat(100)} b & ${'c'.repeat(15)}`,
    },
    { id: 3, author: { username: 'Ada 3', kind: 'account', id: personId }, excerpt: 'so' },
  ]);
  expect(await read(`${path}?parents=true`)).toMatchObject({ parents: [] });
  expect(await read(`${path}?order=newest&limit=5`)).not.toHaveProperty('parents');
});

test.each([
  ['two/comments?order=tree', 404],
  ['two/comments?order=tree&after=1', 404],
  ['one/comments?order=tree&after=2', 422],
  ['one/comments?before=2', 422],
  ['one/comments?around=2', 422],
  ['one/comments?around=1&before=1', 422],
])('%s is answered with %d', async (url, status) => {
  await give([row(1)]);
  expect((await fetch(new URL(`/api/articles/${url}`, base))).status).toBe(status);
});

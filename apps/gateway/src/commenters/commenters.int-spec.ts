import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { tellClientAddress } from '#http/client-address.js';
import { Problem } from '#http/problem.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { giveComments, type GivenComment } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import type { Consistency } from '../consistency/consistency.js';
import type { CommentOfCommenter, Commenter } from './commenter.answers.js';
import { Commenters } from './commenters.js';
import { CommentersController } from './commenters.controller.js';

const newId = () => randomUUIDv7();
const [guest, silent, erased, linked, account, nicked] = [newId(), newId(), newId(), newId(), newId(), newId()];
const [articleId, notProjected] = [newId(), newId()];
const at = '2020-02-29T01:02:03.040Z';
const nothing: Omit<CommenterRow, 'personId' | 'kind' | 'name'> = {
  ...{
    email: 'ada@a.example',
    website: null,
    foldedName: null,
    bio: null,
    image: null,
    roles: [],
    hasSecondFactor: false,
    sanctions: {},
  },
  ...{ nick: null, linkedTo: null, erasureDueAt: null },
};
const profile = { bio: 'So', image: 'https://a.example/a.png' };
const people: CommenterRow[] = [
  { ...nothing, personId: guest, kind: 'guest', name: 'Guest', website: 'https://a.example/' },
  { ...nothing, personId: silent, kind: 'guest', name: 'Silent' },
  { ...nothing, personId: erased, kind: 'erased', name: '[erased]' },
  { ...nothing, personId: linked, kind: 'guest', name: 'Linked', nick: 'Linked nick', linkedTo: account },
  { ...nothing, ...profile, personId: account, kind: 'account', name: 'Account', roles: ['reader', 'editor'] },
  {
    ...nothing,
    ...profile,
    personId: nicked,
    kind: 'account',
    name: 'True name',
    nick: 'Nick',
    website: 'javascript:1',
  },
];

let database: TestDatabase;
let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveArticlePages(client, [
    {
      ...{ articleId, slug: 'one', title: 'One', description: '', body: '', bodyHtml: '', format: 'text', tagList: [] },
      ...{
        authorId: account,
        source: null,
        remark: null,
        remarkHtml: null,
        sectionId: null,
        commentsClosed: false,
        publishedAt: at,
        updatedAt: at,
      },
    },
  ]);
  await saveCommenters(client, people);
  await giveComments(client, [
    ...[row(1, guest), row(2, guest, { website: 'https://b.example/' }), row(3, guest)],
    ...[row(4, guest, { heldBecause: 'author-premoderated' }), row(5, silent, { heldBecause: 'author-premoderated' })],
    ...[
      row(6, erased),
      row(7, linked),
      row(8, account, { kind: 'account' }),
      row(9, linked, { articleId: notProjected }),
    ],
    row(10, linked),
    ...[11, 12, 13].map((id) => row(id, nicked, { kind: 'account', body: 'x'.repeat(200_000) })),
    row(14, nicked, { kind: 'account', body: 'x'.repeat(300_000) }),
  ]);
  client.release();
  const commenters = new Commenters({ pool: database.pool, names: 'as-posted', big: new BigAnswers() });
  const consistency = { meet: () => Promise.resolve() } as unknown as Consistency;
  const controller = new CommentersController(commenters, consistency);
  server = fastify();
  tellClientAddress(server, []);
  server.get<{ Params: { id: string } }>('/:id', (request) => controller.read(request.params.id, request));
  server.get<{ Params: { id: string } }>('/:id/comments', (request, reply) =>
    controller.comments(request.params.id, request.query, request, reply),
  );
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).send(error) : reply.status(500).send(String(error)),
  );
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const row = (id: number, personId: string, more: Partial<GivenComment> = {}): GivenComment => ({
  ...{ commentId: id, articleId, parentId: null, personId, kind: 'guest', name: `Then ${id}`, website: null },
  ...{ body: 'so', bodyHtml: '<p>so</p>', format: 'text', imported: false, heldBecause: null },
  // Every second one has the time of the one before.
  postedAt: new Date(Date.parse(at) + Math.floor(id / 2) * 1_000).toISOString(),
  ...more,
});

const ask = (path: string) => fetch(`${url}/${path}`, { signal: AbortSignal.timeout(10_000) });
const read = async (id: string) => ((await (await ask(id)).json()) as { commenter: Commenter }).commenter;
async function comments(path: string) {
  const answer = await ask(path);
  const body = (await answer.json()) as { comments: CommentOfCommenter[] };
  const next = /^<\/api\/commenters\/([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
  return { ...body, ids: body.comments.map(({ id }) => id), next };
}
async function walk(path: string) {
  const pages = [await comments(path)];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) pages.push(await comments(next));
  return pages.map(({ ids }) => ids);
}

describe('a person who comments', () => {
  test('is shown as a guest by what their comments show', async () => {
    expect(await read(guest)).toEqual({
      ...{ id: guest, kind: 'guest', username: 'Guest', mark: guest.slice(-6), bio: null, image: null },
      ...{ website: 'https://a.example/', commentCount: 3 },
    });
  });

  test('is the account, if a guest was asked for who is linked to one', async () => {
    const shown = { ...profile, id: account, kind: 'account', username: 'Account', role: 'editor', commentCount: 4 };
    expect([await read(linked), await read(account)]).toEqual([shown, shown]);
  });

  test('who uses a nick has no profile beside it, which would tell whose it is; a website is a web address', async () => {
    expect(await read(nicked)).toEqual({
      ...{ id: nicked, kind: 'account', username: 'Nick', bio: null, image: null, commentCount: 4 },
    });
  });

  test('is not there if erased or unknown, or if nothing that a guest wrote is shown', async () => {
    for (const id of [erased, silent, newId(), 'x']) {
      expect([(await ask(id)).status, (await ask(`${id}/comments`)).status]).toEqual([404, 404]);
    }
  });
});

describe('somebody’s comments', () => {
  test('are the shown ones, newest first, with their articles, under the names they were posted under', async () => {
    const { comments: all, next } = await comments(`${guest}/comments`);
    const article = { slug: 'one', title: 'One' };
    expect(all).toMatchObject([3, 2, 1].map((id) => ({ id, article, author: { id: guest, username: `Then ${id}` } })));
    expect([next, all[1]?.author.website]).toEqual([undefined, 'https://b.example/']);
  });

  test('are read page by page, with those of linked guests, and none of an article that is not shown yet', async () => {
    expect(await walk(`${account}/comments?limit=1`)).toEqual([[10], [], [8], [7]]);
    expect(await walk(`${linked}/comments?limit=3`)).toEqual([[10, 8], [7]]);
    expect((await comments(`${guest}/comments?after=4`)).ids).toEqual([3, 2, 1]);
  });

  test('are 256,000 bytes at once; a larger one comes alone', async () => {
    expect(await walk(`${nicked}/comments`)).toEqual([[14], [13], [12], [11]]);
  });

  test.each(['after=1', 'after=x', 'limit=101', 'limit=0'])('%s is a 422', async (query) => {
    expect((await ask(`${account}/comments?${query}`)).status).toBe(422);
  });
});

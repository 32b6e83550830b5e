import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveThreadVisits } from '#read-models/thread-visit/save-thread-visits.js';
import { giveComments } from '#testing/give-comments.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import type { PoolClient } from 'pg';
import { BigAnswers } from '../answers/big-answers.js';
import type { WholeAnswer } from '../answers/whole-answer.js';
import { Articles } from '../articles/articles.js';
import { Threads } from '../comments/threads.js';

const [reader, other, guest] = [randomUUID(), randomUUID(), randomUUID()];
const [visited, unvisited] = [randomUUIDv7(), randomUUIDv7()];
const [before, mark, after] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];

let database: TestDatabase;
let client: PoolClient;
let articles: Articles;
let threads: Threads;
beforeAll(async () => {
  database = await createReadModels();
  client = await database.pool.connect();
  const parts = { pool: database.pool, lookUps: database.pool, big: new BigAnswers() };
  articles = new Articles(parts);
  threads = new Threads({ ...parts, names: 'as-posted' });
  await saveArticlePages(client, [article(visited, 'visited'), article(unvisited, 'unvisited')]);
  const person = {
    email: null,
    website: null,
    foldedName: null,
    bio: null,
    image: null,
    roles: [],
    hasSecondFactor: false,
    sanctions: {},
  };
  const linked = { kind: 'guest' as const, name: 'Guest', nick: null, linkedTo: reader, erasureDueAt: null };
  await saveCommenters(client, [{ personId: guest, ...person, ...linked }]);
  await saveThreadVisits(client, [{ articleId: visited, personId: reader, upTo: mark }]);
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const article = (articleId: string, slug: string) => ({
  ...{ articleId, slug, title: slug, description: '', body: '', bodyHtml: '', format: 'text' as const, tagList: [] },
  ...{
    authorId: other,
    source: null,
    remark: null,
    remarkHtml: null,
    sectionId: null,
    commentsClosed: false,
    publishedAt: before,
    updatedAt: before,
  },
});
const comment = (commentId: number, personId: string, postedAt: string, articleId = visited) => ({
  ...{ commentId, articleId, personId, postedAt, parentId: null, kind: 'guest' as const, name: 'A', website: null },
  ...{ body: 'a', bodyHtml: '<p>a</p>', format: 'text' as const, imported: false, heldBecause: null },
});
const list = async (personId?: string) => {
  const { json } = await articles.list({ limit: 20, offset: 0 }, personId);
  const { articles: rows } = JSON.parse(json.toString()) as { articles: { slug: string; newCount?: number }[] };
  return Object.fromEntries(rows.map(({ slug, ...row }) => [slug, 'newCount' in row ? row.newCount : 'absent']));
};

test('what was shown since the visit is new, but not one’s own, nor one’s guests’', async () => {
  await giveComments(client, [
    ...[comment(1, other, before), comment(2, other, mark), comment(3, other, after), comment(4, other, after)],
    ...[comment(5, reader, after), comment(6, guest, after), comment(7, other, after, unvisited)],
  ]);
  expect(await list(reader)).toEqual({ visited: 2, unvisited: 'absent' });
  expect(await list(other)).toEqual({ visited: 'absent', unvisited: 'absent' });
  expect(await list()).toEqual({ visited: 'absent', unvisited: 'absent' });
});

test('a comment that was approved since is new, however old; one that is held is not', async () => {
  await giveComments(client, [{ ...comment(8, other, after), heldBecause: 'author-premoderated' }]);
  expect(await list(reader)).toMatchObject({ visited: 2 });
  await giveComments(client, [comment(8, other, before)]);
  await client.query('UPDATE comment_state SET shown_since = $1 WHERE comment_id = 8', [after]);
  expect(await list(reader)).toMatchObject({ visited: 3 });
});

test('who comes again finds nothing new, in the next answer', async () => {
  await saveThreadVisits(client, [{ articleId: visited, personId: reader, upTo: after }]);
  expect(await list(reader)).toEqual({ visited: 0, unvisited: 'absent' });
});

test('an account is told up to when it has seen a thread, in every order; nobody else is told anything', async () => {
  const told = async (slug: string, asked: object) => {
    const { json } = (await threads.page(slug, asked)) as WholeAnswer;
    const answer = JSON.parse(json.toString()) as object;
    return 'visitedUpTo' in answer ? answer.visitedUpTo : 'absent';
  };
  for (const asked of [{}, { limit: 1 }, { order: 'newest' }, { order: 'tree' }]) {
    expect(await told('visited', { ...asked, viewerId: reader })).toBe(after);
    expect(await told('unvisited', { ...asked, viewerId: reader })).toBeNull();
    expect(await told('visited', asked)).toBe('absent');
  }
});

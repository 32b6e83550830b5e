import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { giveComments } from '#testing/give-comments.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';
import { searchPathOf } from '#postgres/search-path.js';
import { defaultReadSet } from '#read-models/read-set.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import pg, { type Pool } from 'pg';
import type { Comment } from './comment.answers.js';
import { readShortThread } from './read-short-thread.js';
import { readThreadStart } from './read-thread-start.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { threadJson } from './thread-json.js';
import type { ThreadTuple } from './thread-tuple.js';

const newId = () => randomUUIDv7();
const [guest, nicked, linked, account, viewer, unreplicated] = [newId(), newId(), newId(), newId(), newId(), newId()];
const articleId = randomUUIDv7();
const at = '2020-02-29T01:02:03.040Z';
const nothing = {
  ...{
    email: null,
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

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveArticlePages(client, [
    {
      ...{ articleId, slug: 'one', title: 'One', description: '', body: '', bodyHtml: '', format: 'text', tagList: [] },
      ...{
        authorId: articleId,
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
  await saveCommenters(client, [
    { ...nothing, personId: guest, kind: 'guest', name: 'Guest now' },
    { ...nothing, personId: nicked, kind: 'guest', name: 'Nicked now', nick: 'Nick' },
    { ...nothing, personId: linked, kind: 'guest', name: 'Linked now', nick: 'Linked nick', linkedTo: account },
    { ...nothing, personId: account, kind: 'account', name: 'Account now', roles: ['reader', 'editor', 'moderator'] },
  ]);
  const comments = [guest, nicked, linked, account, unreplicated].map((personId, index) => ({
    ...{ commentId: index + 1, articleId, parentId: null, personId, website: null, body: '', bodyHtml: '' },
    ...{ kind: personId === account ? ('account' as const) : ('guest' as const), name: `Then ${index + 1}` },
    ...{ format: 'text' as const, postedAt: at, imported: false, heldBecause: null },
  }));
  await giveComments(client, comments);
  await saveFollowings(client, [
    { followerId: viewer, followedId: account, follows: true, byPair: true },
    { followerId: viewer, followedId: guest, follows: false, byPair: true },
  ]);
  client.release();
  pool = new pg.Pool({ connectionString: database.url, options: searchPathOf(defaultReadSet) });
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function authors(names: CommentNames, viewerId?: string) {
  const reading = { names, viewerId };
  const tuples = (await readShortThread(pool, 'one', reading)) as ThreadTuple[];
  const page = { after: { postedAt: '-infinity', commentId: '0' }, limit: 10 };
  expect(await readThreadStart(pool, 'one', reading, page)).toEqual({ tuples, rest: [] });
  const ids = tuples.map(([id]) => id);
  expect(await readThreadTuples(pool, ids, reading)).toEqual(tuples);
  return (JSON.parse(threadJson(tuples)) as { comments: Comment[] }).comments.map(({ author }) => author);
}
const then = ['Then 1', 'Then 2', 'Then 3', 'Then 4', 'Then 5'];

test('the author of a comment is the present one, under the name at the time of the comment', async () => {
  const shown = await authors('as-posted');
  expect(shown.map(({ username }) => username)).toEqual(then);
  expect(shown.map(({ id }) => id)).toEqual([guest, nicked, account, account, unreplicated]);
  expect(shown.map(({ kind }) => kind)).toEqual(['guest', 'guest', 'account', 'account', 'guest']);
  expect(shown.map(({ mark }) => mark !== undefined)).toEqual([true, true, false, false, true]);
});

test('or under the present name, if there is one', async () => {
  const shown = await authors('current');
  expect(shown.map(({ username }) => username)).toEqual(['Guest now', 'Nick', 'Account now', 'Account now', 'Then 5']);
  expect(shown.map(({ id }) => id)).toEqual([guest, nicked, account, account, unreplicated]);
});

test.each(['as-posted', 'current'] as const)(
  'the highest role of the account is beside its name (%s)',
  async (names) => {
    expect((await authors(names)).map(({ role }) => role)).toEqual([
      ...[undefined, undefined, 'moderator', 'moderator', undefined],
    ]);
  },
);

test.each(['as-posted', 'current'] as const)(
  'whether an author is followed is shown to the follower only (%s)',
  async (names) => {
    const following = async (viewerId?: string) => (await authors(names, viewerId)).map((author) => author.following);
    expect(await following(viewer)).toEqual([false, false, true, true, false]);
    expect(await following(account)).toEqual([false, false, false, false, false]);
    expect(await following()).toEqual([false, false, false, false, false]);
  },
);

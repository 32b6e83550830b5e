import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { maxDescriptionInList, maxTagsInList } from './article-page/article-columns.sql.js';
import { readArticleList } from './article-page/read-article-list.js';
import { readArticlePage } from './article-page/read-article-page.js';
import { saveArticlePages } from './article-page/save-article-pages.js';
import { maxBytesOfHeld, readHeldComments } from './comment-thread/read-held-comments.js';
import { giveComments } from '#testing/give-comments.js';
import { readCommentsOfPerson } from './commenter/read-comments-of-person.js';
import { saveCommenters } from './commenter/save-commenters.js';
import { readWholeDraftsOf } from './draft/read-whole-drafts-of.js';
import { saveDrafts } from './draft/save-drafts.js';
import { readFollowed } from './profile/read-followed.js';
import { readFollowedProfiles } from './profile/read-followed-profiles.js';

const [articleId, follower] = [randomUUIDv7(), randomUUIDv7()];
const at = '2020-02-29T01:02:03.040Z';
const longDescription = 'é'.repeat(20_000);
const tags = Array.from({ length: 500 }, (_, index) => `tag ${index}`);

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createReadModels();
  client = await database.pool.connect();
  await saveArticlePages(client, [
    {
      ...{ articleId, slug: 'one', title: 'One', description: longDescription, body: '', bodyHtml: '', format: 'html' },
      ...{
        tagList: tags,
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
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const say = (personId: string, ids: number[], body: string, heldBecause: 'author-premoderated' | null = null) =>
  giveComments(
    client,
    ids.map((commentId) => ({
      ...{ commentId, articleId, parentId: null, personId, kind: 'guest', name: 'Ada', website: null, body },
      ...{ bodyHtml: body, format: 'text', imported: false, postedAt: at, heldBecause },
    })),
  );

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('a list shows the beginning of an imported description and of the tags, the article’s page all of them', async () => {
  const list = await readArticleList(database.pool, { limit: 20 });
  expect(list?.articles).toMatchObject([
    { description: longDescription.slice(0, maxDescriptionInList), tagList: tags.slice(0, maxTagsInList) },
  ]);
  expect(await readArticlePage(database.pool, 'one')).toMatchObject({ description: longDescription, tagList: tags });
});

test('pages of held comments are shorter if the comments are long, and contain each once', async () => {
  await say(randomUUIDv7(), numbers(1, 60), 'x'.repeat(20_000), 'author-premoderated');
  await say(randomUUIDv7(), [61], 'x'.repeat(maxBytesOfHeld), 'author-premoderated');
  await say(randomUUIDv7(), [62], 'short', 'author-premoderated');
  const met: number[][] = [];
  for (let offset = 0; offset < 62; offset += met.at(-1)?.length ?? 0) {
    const { comments, commentsCount } = await readHeldComments(database.pool, { limit: 100, offset });
    expect([comments.length > 0, commentsCount]).toEqual([true, 62]);
    met.push(comments.map(({ commentId }) => commentId));
  }
  expect(met).toEqual([numbers(1, 25), numbers(26, 50), numbers(51, 60), [61], [62]]);
});

test('so are the pages of a person’s comments', async () => {
  const personId = randomUUIDv7();
  await say(personId, numbers(101, 130), 'x'.repeat(100_000));
  await say(personId, [131], 'x'.repeat(300_000));
  const met: string[][] = [];
  for (let behind = '0'; ; behind = met.at(-1)?.at(-1) ?? behind) {
    const page = { personId, behind, most: 100, maxBytes: 256_000 };
    const comments = await readCommentsOfPerson(database.pool, page);
    if (comments.length === 0) break;
    met.push(comments.map(({ id }) => id));
  }
  expect(met.flat()).toEqual(numbers(101, 131).map(String));
  expect(met.map(({ length }) => length)).toEqual([...Array.from({ length: 15 }, () => 2), 1]);
});

test('so are the pages of one’s own drafts, which are in the export whole', async () => {
  const said = { title: 'Not yet', description: '', format: 'markdown' as const, tagList: [] };
  const ids = Array.from({ length: 5 }, () => randomUUIDv7()).sort();
  const drafts = ids.map((id, number) => ({
    ...{ articleId: id, authorId: follower, status: 'open' as const, publishAt: null, note: null },
    ...{ reason: null, createdAt: at, updatedAt: at },
    content: { ...said, body: 'é'.repeat(number === 4 ? 150_000 : 50_000) },
  }));
  await saveDrafts(client, [
    ...drafts,
    ...drafts.slice(1).map((draft) => ({ ...draft, articleId: randomUUIDv7(), authorId: articleId })),
  ]);
  const met: string[][] = [];
  for (let behind = '00000000-0000-0000-0000-000000000000'; ; behind = met.at(-1)?.at(-1) ?? behind) {
    const page = await readWholeDraftsOf(database.pool, { personId: follower, behind, most: 100, maxBytes: 256_000 });
    if (page.length === 0) break;
    met.push(page.map((draft) => draft.articleId));
    expect(page[0]?.content.body).toContain('é');
  }
  expect(met.flat()).toEqual(ids);
  expect(met.map(({ length }) => length)).toEqual([2, 2, 1]);
});

test('so are the pages of the accounts a person follows', async () => {
  await client.query(
    `INSERT INTO following (follower_id, followed_id, follows)
     SELECT $1, gen_random_uuid(), true FROM generate_series(1, 25)`,
    [follower],
  );
  const { rows } = await client.query<{ id: string }>('SELECT followed_id AS id FROM following');
  await saveCommenters(
    client,
    rows.map(({ id }) => ({
      ...{ personId: id, kind: 'account', name: `Ada ${id}`, email: null, website: null, bio: null },
      ...{ foldedName: `ada ${id}`, hasSecondFactor: false },
      ...{ image: null, roles: [], sanctions: {}, nick: null, linkedTo: null, erasureDueAt: null },
    })),
  );
  const met: string[] = [];
  let behind = '00000000-0000-0000-0000-000000000000';
  for (const length of [10, 10, 5, 0]) {
    const page = await readFollowed(database.pool, { personId: follower, behind, most: 10 });
    expect(page).toHaveLength(length);
    met.push(...page.map(({ personId }) => personId));
    behind = met.at(-1) ?? behind;
  }
  expect(new Set(met)).toEqual(new Set(rows.map(({ id }) => id)));
  const names: string[] = [];
  for (const length of [10, 10, 5, 0]) {
    const page = await readFollowedProfiles(database.pool, {
      personId: follower,
      behind: names.at(-1) ?? '',
      most: 10,
    });
    expect(page).toHaveLength(length);
    names.push(...page.map(({ username }) => username));
  }
  expect(names).toEqual(rows.map(({ id }) => `Ada ${id}`).toSorted());
});

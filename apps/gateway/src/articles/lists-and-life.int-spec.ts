import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { wantedArticles } from '#read-models/article-page/wanted-articles.sql.js';
import { saveFormerSlugs } from '#read-models/article-slug/save-former-slugs.js';
import { saveArticleTags } from '#read-models/article-tag/save-article-tags.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveFavorites } from '#read-models/favorite/save-favorites.js';
import type { MutedRow } from '#read-models/muted/muted.entity.js';
import { saveMuted } from '#read-models/muted/save-muted.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';
import { saveWithdrawnArticles } from '#read-models/withdrawn-article/save-withdrawn-articles.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import type { Article, ArticleInList } from './article.answers.js';
import { Articles } from './articles.js';
import { PageOfArticles } from './page-of-articles.js';

const [ada, grace] = [randomUUIDv7(), randomUUIDv7()];
const ids = Array.from({ length: 6 }, () => randomUUIDv7());
const day = Date.parse('2020-02-29');
const after = (seconds: number) => new Date(day + seconds * 1_000).toISOString();
const sources = [
  { name: ' Harbour  Radio / East ' },
  { name: 'The Gazette', url: 'https://www.Gazette.example:8080/x' },
  { name: 'Nobody', url: 'javascript:alert(1)' },
  { name: 'Gazette', url: 'http://ed@gazette.example?y' },
];
const at = new Date(day).toISOString();

const account = {
  ...{ kind: 'account' as const, email: null, website: null, bio: 'of bugs', image: null, roles: [], sanctions: {} },
  ...{ hasSecondFactor: false, nick: null, linkedTo: null, erasureDueAt: null },
};

let database: TestDatabase;
let articles: Articles;
/** Six articles, the newest last: of Ada and Grace in turn, every third one about ships. */
beforeAll(async () => {
  database = await createReadModels();
  articles = new Articles({ pool: database.pool, lookUps: database.pool, big: new BigAnswers() });
  const client = await database.pool.connect();
  const named = (personId: string, name: string) => ({
    ...{ ...account, personId, name, foldedName: caseFoldedName(name) },
  });
  await saveCommenters(client, [named(ada, 'Ada'), named(grace, 'Grace')]);
  const pages = ids.map((articleId, number) => {
    const publishedAt = new Date(day + number * 1_000).toISOString();
    return {
      ...{
        articleId,
        slug: `of-${number}`,
        title: 'One',
        description: '',
        body: '',
        bodyHtml: '',
        format: 'text' as const,
      },
      ...{ tagList: number % 3 === 0 ? ['ships'] : [], authorId: number % 2 === 0 ? ada : grace },
      source: sources[number] ?? null,
      ...{
        remark: null,
        remarkHtml: null,
        sectionId: null,
        commentsClosed: false,
        publishedAt,
        updatedAt: publishedAt,
      },
    };
  });
  await saveArticlePages(client, pages);
  await saveArticleTags(
    client,
    pages.map(({ articleId, tagList, publishedAt }) => ({ articleId, tags: tagList, publishedAt })),
  );
  await saveFavorites(client, [
    { articleId: ids[0] ?? '', personId: grace, favoritedAt: at },
    { articleId: ids[5] ?? '', personId: grace, favoritedAt: at },
  ]);
  await saveFollowings(client, [{ followerId: grace, followedId: ada, follows: true, byPair: true }]);
  const [former, deleted, withdrawn] = [ids[1] ?? '', randomUUIDv7(), randomUUIDv7()];
  await saveFormerSlugs(client, [
    { articleId: former, slug: 'of-1', former: ['once'] },
    { articleId: deleted, slug: '', former: ['deleted'] },
    { articleId: withdrawn, slug: '', former: ['withdrawn'] },
  ]);
  await saveWithdrawnArticles(client, [
    { articleId: deleted, reason: null, withdrawnAt: at },
    { articleId: withdrawn, reason: 'It was not so.', withdrawnAt: at },
  ]);
  client.release();
});
afterAll(() => database.drop());

async function read(query: Record<string, string>, more: { followedBy?: string; readerId?: string } = {}) {
  const page = { ...parseBody(PageOfArticles, query), followedBy: more.followedBy };
  const { json, link = '' } = await articles.list(page, more.readerId);
  const answer = JSON.parse(json.toString()) as { articles: ArticleInList[]; articlesCount: number };
  return { ...answer, slugs: answer.articles.map(({ slug }) => slug), next: /\?([^>]+)>; rel="next"/.exec(link)?.[1] };
}

test.each<[string, Partial<Omit<MutedRow, 'personId'>>, Record<string, string>, string[]]>([
  ['a tag', { tags: ['ships', 'none'] }, {}, ['of-5', 'of-4', 'of-2', 'of-1']],
  ['a person', { people: [grace] }, {}, ['of-4', 'of-2', 'of-0']],
  ['a source', { sources: ['gazette.example'] }, {}, ['of-5', 'of-4', 'of-2', 'of-0']],
  ['all three', { tags: ['ships'], people: [grace], sources: ['gazette.example'] }, {}, ['of-4', 'of-2']],
  ['a person, but asks for a tag', { people: [grace] }, { tag: 'ships' }, ['of-0']],
  ['a tag, but asks for it', { tags: ['ships'] }, { tag: 'ships' }, ['of-3', 'of-0']],
  ['a person, but asks for them', { people: [grace], tags: ['ships'] }, { author: 'Grace' }, ['of-5', 'of-1']],
  [
    'all, but asks for all',
    { tags: ['ships'], people: [grace], sources: ['gazette.example'] },
    {
      ...{ tag: 'ships', author: 'Grace', source: 'gazette.example' },
    },
    ['of-3'],
  ],
  ['a source, but asks for it', { sources: ['gazette.example'] }, { source: 'gazette.example' }, ['of-3', 'of-1']],
])('who mutes %s has none of it in their lists, but counted', async (_, mutes, query, slugs) => {
  const [readerId, another] = [randomUUIDv7(), randomUUIDv7()];
  const client = await database.pool.connect();
  await saveMuted(client, [{ personId: readerId, people: [], sources: [], tags: [], ...mutes }]).finally(() =>
    client.release(),
  );
  const ofAll = await read(query);
  expect(await read(query, { readerId })).toMatchObject({ slugs, articlesCount: ofAll.articlesCount });
  expect((await read(query, { readerId: another })).slugs).toEqual(ofAll.slugs);
  const [first, ...others] = slugs;
  const page = await read({ ...query, limit: '1' }, { readerId });
  expect(page.slugs).toEqual([first]);
  if (page.next !== undefined) {
    const rest = await read({ ...Object.fromEntries(new URLSearchParams(page.next)), limit: '10' }, { readerId });
    expect(rest.slugs).toEqual(others);
  }
  expect([await articles.differsFor(readerId), await articles.differsFor(another)]).toEqual([true, false]);
});

test.each<[Record<string, string>, string[]]>([
  [{ tag: 'ships' }, ['of-3', 'of-0']],
  [{ tag: 'Ships' }, []],
  [{ author: 'ADA' }, ['of-4', 'of-2', 'of-0']],
  [{ author: 'nobody' }, []],
  [{ favorited: 'Grace' }, ['of-5', 'of-0']],
  [{ favorited: 'Grace', author: 'Ada' }, ['of-0']],
  [{ tag: 'ships', author: 'Grace' }, ['of-3']],
  [{ tag: 'ships', favorited: 'Grace', author: 'Ada' }, ['of-0']],
  [{ source: 'gazette.example' }, ['of-3', 'of-1']],
  [{ source: 'Gazette.Example', tag: 'ships' }, ['of-3']],
  [{ source: 'harbour-radio-east' }, ['of-0']],
  [{ source: 'nobody' }, ['of-2']],
  [{ from: after(2), to: after(4) }, ['of-3', 'of-2']],
  [{ to: after(2), tag: 'ships' }, ['of-0']],
  [{ authorId: ada, from: after(1) }, ['of-4', 'of-2']],
])('the list of %j is counted and read to its end by its links', async (query, slugs) => {
  expect(await read(query)).toMatchObject({ slugs, articlesCount: slugs.length, next: undefined });
  expect((await read({ ...query, offset: '1' })).slugs).toEqual(slugs.slice(1));
  const met: string[] = [];
  for (let next: string | undefined = new URLSearchParams({ ...query, limit: '1' }).toString(); next !== undefined;) {
    const page: Awaited<ReturnType<typeof read>> = await read(Object.fromEntries(new URLSearchParams(next)));
    expect(page.articlesCount).toBe(slugs.length);
    met.push(...page.slugs);
    ({ next } = page);
  }
  expect(met).toEqual(slugs);
});

test('a list of a source is read from its index, and its articles tell what it is asked for by', async () => {
  const keys = (await read({})).articles.map(({ sourceKey }) => sourceKey);
  expect(keys).toEqual([null, null, 'gazette.example', 'nobody', 'gazette.example', 'harbour-radio-east']);
  const { where } = wantedArticles({ source: 'x' }, 1);
  const plan = await inTransaction(database.pool, async (client) => {
    await client.query('SET LOCAL enable_seqscan = off');
    const sql = `EXPLAIN SELECT article_id FROM article_page AS place WHERE ${where}
      ORDER BY published_at DESC, article_id DESC LIMIT 9`;
    return JSON.stringify((await client.query<object>(sql.replace('$1', "'x'"))).rows);
  });
  expect(plan).toMatch(/Index (Only )?Scan Backward using article_page_newest_of_source/);
  expect(plan).not.toContain('Sort');
});

test.each(['0000-01-01T00:00:00Z', 'yesterday', '2026-01-01'])('a list since %s is a 422', (from) => {
  expect(() => parseBody(PageOfArticles, { from })).toThrow(Problem);
});

test('a feed is of those whom one follows, and says what is one’s own; a stranger’s list does not', async () => {
  const feed = await read({ limit: '2' }, { followedBy: grace, readerId: grace });
  expect(feed).toMatchObject({ slugs: ['of-4', 'of-2'], articlesCount: 3, next: `after=${ids[2]}&limit=2` });
  expect(await read({}, { followedBy: ada, readerId: ada })).toMatchObject({ slugs: [], articlesCount: 0 });
  const marks = ({ articles: all }: { articles: ArticleInList[] }) =>
    all.map(({ favorited, favoritesCount, author }) => [favorited, favoritesCount, author.following]);
  const own = [true, 1, true];
  expect(marks(await read({ tag: 'ships' }, { readerId: grace }))).toEqual([[false, 0, false], own]);
  expect(marks(await read({ tag: 'ships' }))).toEqual([
    [false, 0, false],
    [false, 1, false],
  ]);
  const one = async (readerId?: string) =>
    JSON.parse(String(((await articles.one('of-0', readerId)) as { json: Buffer }).json)) as { article: Article };
  expect(await one(grace)).toMatchObject({ article: { favorited: true, author: { following: true, bio: 'of bugs' } } });
  expect(await one()).toMatchObject({ article: { favorited: false, author: { following: false } } });
});

test.each([
  ['once', 301, { Location: '/api/articles/of-1' }, undefined],
  ['deleted', 404, {}, { article: ['not found'] }],
  ['never', 404, {}, { article: ['not found'] }],
  ['withdrawn', 410, {}, { article: ['was withdrawn'] }],
])('who reads %s is answered %i', async (slug, status, headers, errors) => {
  for (const asked of [() => articles.one(slug), () => articles.readVersion(slug)]) {
    const refused = (await asked().catch((error: unknown) => error)) as Problem;
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status, headers, errors });
    expect(refused.more['reason']).toBe(status === 410 ? 'It was not so.' : undefined);
  }
});

test('what was of somebody who is erased is listed by their id no more', async () => {
  expect((await read({ authorId: ada })).slugs).toEqual(['of-4', 'of-2', 'of-0']);
  const client = await database.pool.connect();
  await saveCommenters(client, [{ ...account, kind: 'erased', personId: ada, name: '', foldedName: null }]);
  await raiseSiteHeads(client, ['articles', 'lists']);
  client.release();
  expect(await read({ authorId: ada })).toMatchObject({ slugs: [], articlesCount: 0 });
});

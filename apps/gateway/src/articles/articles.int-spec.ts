import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { BigAnswers } from '../answers/big-answers.js';
import type { ArticleInList } from './article.answers.js';
import { Articles } from './articles.js';
import { PageOfArticles } from './page-of-articles.js';

const [known, erased, unknown] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const day = Date.parse('2020-02-29');
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
let articles: Articles;
beforeAll(async () => {
  database = await createReadModels();
  articles = new Articles({ pool: database.pool, lookUps: database.pool, big: new BigAnswers() });
  // Every second one has the time of the one before.
  for (let number = 0; number < 9; number += 1) await publish(number, [known, erased, unknown][number % 3]);
  const client = await database.pool.connect();
  await saveCommenters(client, [
    { ...nothing, personId: known, kind: 'account', name: 'Known' },
    { ...nothing, personId: erased, kind: 'erased', name: '[erased]' },
  ]).finally(() => client.release());
});
afterAll(() => database.drop());

async function publish(number: number, authorId = unknown): Promise<void> {
  const at = new Date(day + Math.floor(number / 2) * 1_000).toISOString();
  const client = await database.pool.connect();
  await saveArticlePages(client, [
    {
      ...{ articleId: randomUUIDv7(), slug: `of-${number}`, title: 'One', description: '', body: '', bodyHtml: '' },
      ...{
        format: 'text',
        tagList: [],
        authorId,
        source: null,
        remark: null,
        remarkHtml: null,
        sectionId: null,
        commentsClosed: false,
        publishedAt: at,
        updatedAt: at,
      },
    },
  ])
    .then(() => raiseSiteHeads(client, ['lists']))
    .finally(() => client.release());
}

async function read(query: Record<string, string>) {
  const { json, link = '' } = await articles.list(parseBody(PageOfArticles, query));
  const answer = JSON.parse(json.toString()) as { articles: ArticleInList[]; articlesCount: number };
  const next = /^<\/api\/articles\?([^>]+)>; rel="next"$/.exec(link)?.[1];
  return { ...answer, slugs: answer.articles.map(({ slug }) => slug), next };
}

test('the list is read by its links, each article once, while others are published', async () => {
  const all = (await read({})).slugs;
  const met: string[] = [];
  const lengths: number[] = [];
  let next: string | undefined = 'limit=3';
  for (let late = 100; next !== undefined; late += 2) {
    const page: Awaited<ReturnType<typeof read>> = await read(Object.fromEntries(new URLSearchParams(next)));
    met.push(...page.slugs);
    lengths.push(page.slugs.length);
    ({ next } = page);
    await publish(late);
  }
  expect([met, lengths]).toEqual([all, [3, 3, 3]]);
  const { articles: last, articlesCount } = await read({
    after: (await read({ limit: '100' })).articles.at(-1)?.id ?? '',
  });
  expect([last, articlesCount]).toEqual([[], 12]);
});

test('an article has its author’s id, unless they are erased or not known', async () => {
  const ids = (await read({ limit: '100' })).articles.map(({ slug, author }) => [slug, author.id]);
  expect(Object.fromEntries(ids)).toMatchObject({ 'of-0': known, 'of-1': null, 'of-2': null });
  expect(JSON.parse(String(((await articles.one('of-0')) as { json: Buffer }).json))).toMatchObject({
    article: { author: { id: known, username: 'Known' } },
  });
});

test.each([
  [{ after: randomUUIDv7() }, { after: ['is not an article'] }],
  [{ after: 'x' }, { after: ['must be the id of an article'] }],
  [{ after: randomUUIDv7(), offset: '0' }, { offset: ['cannot be given with after'] }],
])('%j is a 422', async (query, errors) => {
  const refused = await read(query).catch((error: unknown) => error);
  expect(refused instanceof Problem && [refused.status, refused.errors]).toEqual([422, errors]);
});

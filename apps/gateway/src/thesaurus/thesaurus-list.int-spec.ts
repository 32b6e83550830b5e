import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import { maxArticlesLookedAt } from '#read-models/article-page/read-articles-with-words.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { saveThesaurusEntries } from '#read-models/thesaurus-entry/save-thesaurus-entries.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { ThesaurusList } from './thesaurus-list.js';

const at = '2020-02-29T01:02:03.040Z';
const article = (slug: string, title: string, bodyHtml: string) => ({
  ...{ articleId: randomUUIDv7(), slug, title, description: '', body: '', bodyHtml, format: 'html' as const },
  ...{
    tagList: [],
    authorId: randomUUIDv7(),
    source: null,
    remark: null,
    remarkHtml: null,
    sectionId: null,
    commentsClosed: false,
  },
  ...{ publishedAt: at, updatedAt: at },
});

let database: TestDatabase;
let list: ThesaurusList;
beforeAll(async () => {
  database = await createReadModels();
  list = new ThesaurusList(database.pool);
  const client = await database.pool.connect();
  const entry = (term: string, text: string, more: object = {}) => ({
    ...{ entryId: randomUUIDv7(), kind: 'gloss' as const, term, inflections: [`${term}s`], text, sectionId: null },
    ...{ caseSensitive: false, wholeWords: true, version: 1, retired: false, changedAt: at, ...more },
  });
  await saveArticlePages(client, [
    article('marked', 'A', '<p>The har<b>bour</b> bridge.</p>'),
    article('plain', 'B', '<p>The Harbour  bridge, again.</p>'),
    article('title', 'Harbour bridge', '<p>x</p>'),
    article('link', 'D', '<p><a href="/">harbour bridge</a></p>'),
    article('part', 'E', '<p>harbour bridges</p>'),
    article('none', 'F', '<p>bridge, harbour</p>'),
  ]);
  await saveThesaurusEntries(client, [
    entry('Zeta', '100% so'),
    entry('alpha', 'x'),
    entry('gone', 'x', { retired: true }),
  ]);
  client.release();
});
afterAll(() => database.drop());

const impact = async (more: object = {}) => {
  const asked = { kind: 'substitution' as const, term: 'harbour bridge', inflections: [], text: 'x', sectionId: null };
  const found = await list.impactOf({ ...asked, caseSensitive: false, wholeWords: true, ...more });
  return found.impact.articles.map(({ slug }) => slug).sort();
};

test('what an entry would change is where it would stand, not where its words do', async () => {
  // A word that inline tags cut is not found: a house name cannot stand there, an aside can, and is left out.
  expect(await impact()).toEqual(['plain', 'title']);
  expect(await impact({ inflections: ['harbour bridges'] })).toEqual(['part', 'plain', 'title']);
  expect(await impact({ caseSensitive: true })).toEqual([]);
  expect(await impact({ kind: 'gloss' })).toEqual(['plain']);
  expect(await impact({ wholeWords: false })).toEqual(['part', 'plain', 'title']);
});

test('entries are listed by their terms, without those that are retired, and found by a part of them', async () => {
  const terms = async (q?: string) =>
    (await list.page({ q, limit: 10, offset: 0 })).thesaurus.entries.map(({ term }) => term);
  expect(await terms()).toEqual(['alpha', 'Zeta']);
  expect(await terms('ALPHAS')).toEqual(['alpha']);
  expect(await terms('100%')).toEqual(['Zeta']);
  expect(await terms('%')).toEqual(['Zeta']);
  expect((await list.page({ limit: 1, offset: 1 })).thesaurus).toMatchObject({ entriesCount: 2, version: 0 });
});

test('a term that is hard to look for holds up nobody else, and what was looked at is told', async () => {
  const term = `${'ab'.repeat(99)}ac`;
  const client = await database.pool.connect();
  await saveArticlePages(
    client,
    Array.from({ length: 60 }, (_, at) => article(`hard-${at}`, 'H', `<p>${'ab'.repeat(3_700)} ${term}</p>`)),
  );
  client.release();
  /** Turns of the event loop, in which others are answered: before and after each query, and at the end. */
  const marks: number[] = [];
  let [turns, isOver] = [0, false];
  const turn = () => void (turns++, isOver || setImmediate(turn));
  turn();
  const query = async (asked: QueryConfig) => {
    marks.push(turns);
    return database.pool.query(asked).finally(() => marks.push(turns));
  };
  const { impact } = await new ThesaurusList({ query } as unknown as Pool).impactOf({
    ...{ kind: 'substitution', term, inflections: [], text: 'x', sectionId: null },
    ...{ caseSensitive: false, wholeWords: false },
  });
  isOver = true;
  const [, read = 0, looked = turns] = marks;
  expect(impact.articles.length).toBeGreaterThan(0);
  expect(impact.lookedAt).toBeLessThanOrEqual(maxArticlesLookedAt);
  expect(looked - read).toBeGreaterThanOrEqual(impact.articles.length);
});

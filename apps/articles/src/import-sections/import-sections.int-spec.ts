import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { ImportSections } from '#contracts/sections/section.commands.js';
import { problemOf } from '#http/problem-of.js';
import { metadata } from '#testing/event-store.js';
import { ArticlesFixture, person } from '../article/articles-fixture.js';
import { ChangeSectionController } from '../change-section/change-section.controller.js';
import { importArticles } from '../import-articles/import-articles.js';
import { maxSections } from '../section/section.decider.js';
import { importSections } from './import-sections.js';

const editor = person('editor');
let articles: ArticlesFixture;
beforeAll(async () => void (articles = await ArticlesFixture.open()));
afterAll(() => articles.close());

const provenance = { source: 'wordpress:a.example', externalId: 'News' };
const run = (...names: string[]) =>
  importSections(
    articles.events,
    ImportSections.parse({ sections: names.map((name) => ({ name, provenance })) }).sections,
    metadata(),
  );
const place = () => ({ store: articles.events, pseudonymKey: Buffer.alloc(32, 9) });
const opened = async () => {
  const { rows } = await articles.stored.database.pool.query<{ name: string }>(
    `SELECT data->>'name' AS name FROM events WHERE type = 'SectionOpened' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'it was done',
    (error: unknown) => [problemOf(error).status, problemOf(error).errors],
  );
const archived = (sectionId: string) =>
  ArchivedArticle.parse({
    ...{ slug: 'filed', title: 'Filed', publishedAt: '2019-04-02T05:30:00Z', commentsClosed: false, sectionId },
    provenance: { source: 'wordpress:a.example', externalId: sectionId },
  });

test('sections of an archive are opened once, also by two imports at the same moment', async () => {
  const [one, two] = await Promise.all([run('Harbour', 'Ferries'), run('Ferries', 'Harbour')]);
  expect([...one, ...two].filter(({ added }) => added)).toHaveLength(2);
  expect(one.map(({ sectionId }) => sectionId)).toEqual(two.map(({ sectionId }) => sectionId).toReversed());
  expect((await run('harbour!'))[0]).toEqual({ ...one[0], added: false });
  expect(await opened()).toEqual(['Ferries', 'Harbour']);
});

test('a section that has another name by now is known by the one it had, closed or not; articles are filed in it', async () => {
  const [section] = await run('Tides');
  const { sectionId = '' } = section ?? {};
  const change = { sectionId, name: 'Tide tables', isOpen: false };
  await new ChangeSectionController(articles.commands).handle(articles.request(editor, change));
  expect(await run('Tides')).toEqual([{ ...section, added: false }]);
  const [filed] = await importArticles(place(), editor.personId, [archived(sectionId)], metadata());
  const [event] = await articles.stored.store.readStream(`article-${filed?.articleId}`);
  expect(event?.data).toMatchObject({ sectionId });
});

test('nothing comes in of a portion that files an article in a section that is none', async () => {
  const none = archived('0190a3c2-8b11-7d52-8a44-0c1d2e3f40aa');
  expect(await refusal(importArticles(place(), editor.personId, [none], metadata()))).toEqual([
    422,
    { sectionId: ['is not a section'] },
  ]);
});

test('there are never too many, and a name without a letter is none', async () => {
  const before = await opened();
  const names = Array.from({ length: maxSections - before.length + 1 }, (_, at) => `More ${at}`);
  expect(await refusal(run(...names))).toEqual([409, undefined]);
  expect(await opened()).toEqual(before);
  expect(ImportSections.safeParse({ sections: [{ name: '!?', provenance }] }).success).toBe(false);
});

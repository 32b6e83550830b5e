import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemOf } from '#http/problem-of.js';
import { ArticlesFixture, person } from '../article/articles-fixture.js';
import { ChangeSectionController } from '../change-section/change-section.controller.js';
import { OpenSectionController } from '../open-section/open-section.controller.js';
import { PublishArticleController } from '../publish-article/publish-article.controller.js';
import { ReviseArticleController } from '../revise-article/revise-article.controller.js';
import { countSections } from './count-sections.js';
import { maxSections } from './section.decider.js';

const editor = person('editor');
let articles: ArticlesFixture;
beforeAll(async () => (articles = await ArticlesFixture.open()));
afterAll(() => articles.close());

const open = (name: string) =>
  new OpenSectionController(articles.commands).handle(articles.request(editor, { name, description: '' }));
const change = (sectionId: string, changes: object) =>
  new ChangeSectionController(articles.commands).handle(articles.request(editor, { sectionId, ...changes }));
const publish = (more: object = {}) =>
  new PublishArticleController(articles.commands, articles.thesaurus).handle(
    articles.request(editor, { title: 'The ferry', description: 'Again.', body: 'It waits.', ...more }),
  );
const revise = (articleId: string, changes: object) =>
  new ReviseArticleController(articles.commands, articles.thesaurus).handle(
    articles.request(editor, { articleId, ...changes }),
  );
const refusal = async (asked: Promise<unknown>) => {
  const { status, errors } = problemOf(await asked.catch((error: unknown) => error));
  return [status, errors];
};

test('nothing is filed in a closed section, and what is in it already stays and is revised', async () => {
  const { sectionId } = await open('Harbour');
  const { articleId } = await publish({ sectionId });
  const { articleId: other } = await publish();
  await change(sectionId, { isOpen: false });
  const closed = [422, { sectionId: ['is closed'] }];
  expect(await refusal(publish({ sectionId }))).toEqual(closed);
  expect(await refusal(revise(other, { sectionId }))).toEqual(closed);
  await revise(articleId, { sectionId, body: 'It left.' });
});

test('a name of which no address can be made is refused, and says so', async () => {
  const { sectionId } = await open('Bridges');
  const nameless = [422, { name: ['must have a letter or a digit'] }];
  expect(await refusal(open('!?!'))).toEqual(nameless);
  expect(await refusal(change(sectionId, { name: '…' }))).toEqual(nameless);
});

test('openings at once do not make more sections than there may be', async () => {
  const { pool } = articles.stored.database;
  await pool.query(
    `INSERT INTO section_slugs SELECT 'filled-' || next, gen_random_uuid() FROM generate_series(1, $1::int) AS next`,
    [maxSections - 1 - (await countSections(pool as never))],
  );
  const names = ['one', 'two', 'three', 'four', 'five', 'six'];
  const opened = await Promise.allSettled(names.map((name) => open(name)));
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await countSections(pool as never)).toBe(maxSections);
});

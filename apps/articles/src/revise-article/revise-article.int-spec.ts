import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemOf } from '#http/problem-of.js';
import { ArticlesFixture, person, type Person } from '../article/articles-fixture.js';
import { DescribeSiteController } from '../describe-site/describe-site.controller.js';
import { FavoriteArticleController } from '../favorite-article/favorite-article.controller.js';
import { PublishArticleController } from '../publish-article/publish-article.controller.js';
import { WithdrawArticleController } from '../withdraw-article/withdraw-article.controller.js';
import { ReviseArticleController } from './revise-article.controller.js';

let articles: ArticlesFixture;
beforeAll(async () => (articles = await ArticlesFixture.open()));
afterAll(() => articles.close());

const [editor, reader, admin] = [person('reader', 'editor'), person('reader'), person('admin')];
const content = { title: 'The ferry waits', description: 'Again.', body: 'Until dusk.' };

const publish = (by: Person, more: object = {}) =>
  new PublishArticleController(articles.commands, articles.thesaurus).handle(
    articles.request(by, { ...content, ...more }),
  );
const revise = (by: Person, body: object, headers?: Record<string, string>) =>
  new ReviseArticleController(articles.commands, articles.thesaurus).handle(articles.request(by, body, headers));
const withdraw = (by: Person, body: object) =>
  new WithdrawArticleController(articles.commands).handle(articles.request(by, body));
const refusal = async (asked: Promise<unknown>) => {
  const problem = problemOf(
    await asked.then(
      () => new Error('it was done'),
      (error: unknown) => error,
    ),
  );
  return [problem.status, problem.errors ?? problem.more['changes']];
};

test('who publishes is what the site says at that moment', async () => {
  const describe = (publishing: string) =>
    new DescribeSiteController(articles.commands).handle(articles.request(admin, { publishing }));
  expect(await refusal(publish(reader))).toEqual([403, { article: ['forbidden'] }]);
  await describe('everyone');
  const { articleId } = await publish(reader);
  expect(await revise(reader, { articleId, body: 'Until dawn.' })).toMatchObject({ articleId });
  await describe('reviewed');
  expect(await refusal(revise(reader, { articleId, body: 'Until noon.' }))).toEqual([403, { article: ['forbidden'] }]);
  expect(await refusal(publish(reader))).toEqual([403, { article: ['forbidden'] }]);
});

test('whoever may not publish reserves no slug', async () => {
  await refusal(publish(reader, { title: 'Nobody’s' }));
  const { rowCount } = await articles.stored.database.pool.query(`SELECT FROM slugs WHERE slug LIKE 'nobody%'`);
  expect(rowCount).toBe(0);
});

test('the slug follows the title, and one that it had stays its own', async () => {
  const { articleId, slug } = await publish(editor, { title: 'One title' });
  const other = await publish(editor, { title: 'Another title' });
  expect([slug, other.slug]).toEqual(['one-title', 'another-title']);
  expect(await revise(editor, { articleId, title: 'Another title' })).toMatchObject({ slug: 'another-title-2' });
  expect(await publish(editor, { title: 'One title' })).toMatchObject({ slug: 'one-title-2' });
  expect(await revise(editor, { articleId, body: 'Other words.' })).toMatchObject({ slug: 'another-title-2' });
  expect(await revise(editor, { articleId, title: 'One title!' })).toMatchObject({ slug: 'one-title' });
  expect(await revise(editor, { articleId, title: 'Another Title' })).toMatchObject({ slug: 'another-title-2' });
});

test('of two editors who revise what they have read the second is told what changed', async () => {
  const { articleId } = await publish(editor);
  const second = person('editor');
  await revise(editor, { articleId, body: 'One.' }, { 'if-match': '"1"' });
  expect(await refusal(revise(second, { articleId, body: 'Two.' }, { 'if-match': '"1"' }))).toEqual([
    412,
    [expect.objectContaining({ version: 2, type: 'ArticleRevised', actorId: editor.personId })],
  ]);
  expect(await revise(second, { articleId, body: 'Two.' }, { 'if-match': '"2"' })).toMatchObject({
    streams: { [`article-${articleId}`]: 3 },
  });
  // To anybody else it is not told.
  expect(await refusal(revise(reader, { articleId, body: 'Three.' }, { 'if-match': '"1"' }))).toEqual([
    403,
    { article: ['forbidden'] },
  ]);
});

test.each([[{ tagList: null }], [{ title: '' }], [{ body: ' ' }], [{ source: { name: 'A', publishedOn: 'then' } }]])(
  '%j is refused',
  async (changes) => {
    const { articleId } = await publish(editor);
    expect((await refusal(revise(editor, { articleId, ...changes })))[0]).toBe(422);
  },
);

test('what was withdrawn is neither changed nor a favourite', async () => {
  const { articleId } = await publish(editor);
  const favorite = () =>
    new FavoriteArticleController(articles.commands).handle(articles.request(reader, { articleId }));
  expect(await favorite()).toMatchObject({ streams: { [`favorite-${articleId}-${reader.personId}`]: 1 } });
  await withdraw(editor, { articleId, reason: 'The source took it back.' });
  const asks = [favorite, () => revise(editor, { articleId, body: 'x' }), () => withdraw(editor, { articleId })];
  for (const ask of asks) {
    expect(await refusal(ask())).toEqual([404, { article: ['not found'] }]);
  }
});

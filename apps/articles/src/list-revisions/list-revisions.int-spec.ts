import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemOf } from '#http/problem-of.js';
import { ArticlesFixture, person, type Person } from '../article/articles-fixture.js';
import { DraftArticleController } from '../draft-article/draft-article.controller.js';
import { PublishDraftController } from '../publish-draft/publish-draft.controller.js';
import { ReviseArticleController } from '../revise-article/revise-article.controller.js';
import { ListRevisionsController } from './list-revisions.controller.js';

const [editor, other] = [person('editor'), person('reader')];
const draft = { title: 'The ferry waits', description: 'Again.', body: 'Until dusk.' };

let articles: ArticlesFixture;
beforeAll(async () => {
  articles = await ArticlesFixture.open();
  await articles.keyring.createKeys([editor.personId, other.personId]);
});
afterAll(() => articles.close());

const list = (by: Person, articleId: string, versions: number[] = []) =>
  new ListRevisionsController(articles.commands, articles.stored.database.pool as never).handle(
    articles.request(by, { articleId, versions }),
  );

test('every revision is told, of the draft too, to editors and the author alone', async () => {
  const { commands, stored } = articles;
  const { articleId } = await new DraftArticleController(commands).handle(articles.request(editor, draft));
  await new PublishDraftController(commands, stored.database.pool as never, articles.thesaurus).handle(
    articles.request(editor, { articleId }),
  );
  await new ReviseArticleController(commands, articles.thesaurus).handle(
    articles.request(editor, { articleId, body: 'Until dawn.' }),
  );
  const { revisions, contents } = await list(editor, articleId, [2, 3]);
  expect(revisions.map(({ version, isDraft, actorId }) => [version, isDraft, actorId])).toEqual([
    [3, false, editor.personId],
    [2, false, editor.personId],
    [1, true, editor.personId],
  ]);
  expect(contents.map(({ version, content }) => [version, content.body])).toEqual([
    [3, 'Until dawn.'],
    [2, 'Until dusk.'],
  ]);
  const refused = await list(other, articleId).catch((error: unknown) => error);
  expect(problemOf(refused).status).toBe(404);
  await articles.keyring.destroyKey(editor.personId);
  expect((await list(editor, articleId)).revisions.map(({ version }) => version)).toEqual([3, 2]);
});

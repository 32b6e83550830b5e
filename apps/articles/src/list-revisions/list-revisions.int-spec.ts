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

const list = (by: Person, articleId: string, versions: number[] = [], before?: number) =>
  new ListRevisionsController(articles.commands, articles.stored.database.pool as never).handle(
    articles.request(by, { articleId, versions, before }),
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

test('a long history is told in pages, and what two versions said without reading it', async () => {
  const { commands, stored } = articles;
  const writer = person('editor');
  await articles.keyring.createKeys([writer.personId]);
  const { articleId } = await new DraftArticleController(commands).handle(articles.request(writer, draft));
  await stored.database.pool.query(
    `INSERT INTO events OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(event, jsonb_build_object(
       'version', next, 'position', event.position + next, 'id', gen_random_uuid(), 'type', 'ArticleRevised',
       'data', event.data::jsonb || jsonb_build_object('title', 'No ' || next)))).*
     FROM events AS event, generate_series(2, 120) AS next WHERE event.stream = $1`,
    [`article-${articleId}`],
  );
  const versions: number[][] = [];
  let next: number | null | undefined;
  do {
    const page = await list(writer, articleId, [1], next ?? undefined);
    expect(page.contents).toMatchObject([{ version: 1, content: { body: 'Until dusk.' } }]);
    versions.push(page.revisions.map(({ version }) => version));
    next = page.next;
  } while (next !== null);
  expect(versions.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(versions.flat()).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
});

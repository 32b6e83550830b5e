import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { ArchivedArticle, ArchivedDraft } from '#contracts/articles/article.commands.js';
import type { OpenedOf } from '#contracts/events.js';
import { openEvent } from '#keyring/event-codec.js';
import { metadata } from '#testing/event-store.js';
import { ArticlesFixture, person } from '../article/articles-fixture.js';
import { findDueDrafts } from '../draft/find-due-drafts.js';
import { importArticles } from '../import-articles/import-articles.js';
import { WithdrawArticleController } from '../withdraw-article/withdraw-article.controller.js';
import { importDrafts } from './import-drafts.js';

const [admin, author, gone] = [person('admin'), person('contributor'), person('contributor')];
let articles: ArticlesFixture;
beforeAll(async () => {
  articles = await ArticlesFixture.open();
  await articles.keyring.createKeys([admin, author, gone].map(({ personId }) => personId));
  await articles.keyring.destroyKey(gone.personId);
});
afterAll(() => articles.close());

const provenanceOf = (externalId: string) => ({ source: 'wordpress:a.example', externalId });
const archived = (externalId: string, more: Partial<z.input<typeof ArchivedDraft>> = {}) =>
  ArchivedDraft.parse({
    ...{ title: 'The canary waits', body: '<p>A canary.</p>', savedAt: '2019-04-02T05:30:00.000Z' },
    ...{ authorId: author.personId, provenance: provenanceOf(externalId), ...more },
  });
const place = () => ({ store: articles.events, pseudonymKey: Buffer.alloc(32, 9) });
const run = (...drafts: ArchivedDraft[]) => importDrafts(place(), admin.personId, drafts, metadata());
const eventsOf = (articleId?: string | null) => articles.stored.store.readStream(`article-${articleId}`);
const typesOf = async (articleId?: string | null) => (await eventsOf(articleId)).map(({ type }) => type);

test('a draft of an archive is sealed under its author’s key, and comes in once, also by two imports at once', async () => {
  const [[one], [two]] = (await Promise.allSettled([run(archived('canary-1')), run(archived('canary-1'))])).map(
    (each) => (each.status === 'fulfilled' ? each.value : []),
  ) as [Awaited<ReturnType<typeof run>>, Awaited<ReturnType<typeof run>>];
  const made = [one, two].filter((each) => each?.added);
  expect(made).toHaveLength(1);
  const [id] = made.map((each) => each?.articleId);
  expect(await run(archived('canary-1'), archived('canary-1'))).toEqual(Array(2).fill({ articleId: id, added: false }));
  const [event, ...more] = await eventsOf(id);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ type: 'ArticleDrafted', occurredAt: '2019-04-02T05:30:00.000Z' });
  expect(JSON.stringify(event)).not.toContain('canary');
  const opened = openEvent<OpenedOf<'ArticleDrafted'>>(
    event as OpenedOf<'ArticleDrafted'>,
    await articles.keyring.keysOf([author.personId]),
  );
  expect(JSON.parse(String(opened.data.draft))).toMatchObject({ title: 'The canary waits', body: '<p>A canary.</p>' });
  const { rows } = await articles.stored.database.pool.query('SELECT * FROM imported_articles');
  expect(JSON.stringify(rows)).not.toContain('canary');
});

test('what its archive has published later is a draft here, and not public by another import', async () => {
  const [draft] = await run(archived('2@'));
  const published = ArchivedArticle.parse({
    ...{ slug: 'two', title: 'Two', publishedAt: '2019-04-02T05:30:00Z', commentsClosed: false },
    provenance: provenanceOf('2@'),
  });
  const [article] = await importArticles(place(), admin.personId, [published], metadata());
  expect(article).toEqual({ articleId: draft?.articleId, slug: null, version: 1, added: false });
});

test('what came in while its archive published it is said to be public here, until it is withdrawn', async () => {
  const provenance = provenanceOf('3@');
  const published = { slug: 'three', title: 'Three', publishedAt: '2019-04-02T05:30:00Z', commentsClosed: false };
  const [article] = await importArticles(
    place(),
    admin.personId,
    [ArchivedArticle.parse({ ...published, provenance })],
    metadata(),
  );
  const articleId = String(article?.articleId);
  expect(await run(archived('3@'))).toEqual([{ articleId, added: false, isPublic: true }]);
  await new WithdrawArticleController(articles.commands).handle(articles.request(admin, { articleId }));
  expect(await run(archived('3@'))).toEqual([{ articleId, added: false }]);
});

test('a draft is with the editors if it was, and is scheduled by who imports it', async () => {
  const publishAt = '2020-01-02T03:04:05.000Z';
  const [waiting, due] = await run(archived('4@', { submitted: true }), archived('5@', { submitted: true, publishAt }));
  expect(await typesOf(waiting?.articleId)).toEqual(['ArticleDrafted', 'ArticleSubmitted']);
  expect(await typesOf(due?.articleId)).toEqual(['ArticleDrafted', 'ArticleScheduled']);
  expect((await eventsOf(due?.articleId)).at(-1)?.data).toMatchObject({
    ...{ publishAt, actor: { kind: 'person', id: admin.personId } },
  });
  expect(await findDueDrafts(articles.stored.database.pool)).toEqual([due?.articleId]);
});

test('a draft of somebody who was erased is refused alone', async () => {
  const results = await run(archived('6@', { authorId: gone.personId }), archived('7@'));
  expect(results).toMatchObject([{ articleId: null, added: false, refused: 'PersonErased' }, { added: true }]);
});

test('without an author it is the importer’s', async () => {
  const [draft] = await run(archived('8@', { authorId: undefined }));
  expect((await eventsOf(draft?.articleId))[0]?.data).toMatchObject({ authorId: admin.personId });
});

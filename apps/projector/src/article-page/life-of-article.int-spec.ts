import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import type { EventType } from '#contracts/events.js';
import { resetProjection } from '#projection/reset-projection.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import { readWhereArticleWent } from '#read-models/article-slug/read-where-article-went.js';
import { readTags } from '#read-models/article-tag/read-tags.js';
import { readFormerPath } from '#read-models/former-path/read-former-path.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { readHeldComments } from '#read-models/comment-thread/read-held-comments.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import { readPersonRecord } from '#read-models/commenter/read-person-record.js';
import { readPublicCommenter } from '#read-models/commenter/read-public-commenter.js';
import { beforeAllComments, readShownCommentsOf } from '#read-models/commenter/read-shown-comments-of.js';
import { oneByOne } from '#testing/one-by-one.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { scrubRestored } from '../erased-person/scrub-restored.js';
import { readModels } from '../read-models.set.js';
import { ada, grace, History } from '../shown/shown-at-hand.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const { articleId, slug } = articlePublished;

let database: TestDatabase;
let history: History;
let give: ReturnType<typeof oneByOne>;
beforeAll(async () => void (database = await createReadModels()));
beforeEach(async () => {
  history = new History(key);
  give = oneByOne(database.pool, set);
  await resetProjection(database.pool, 'read_v1', savedTables);
});
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const listed = async (wanted: object) => {
  const list = await readArticleList(database.pool, { limit: 20 }, wanted);
  expect(list?.articlesCount).toBe(list?.articles.length);
  return list?.articles.map((article) => article.slug);
};
const favorites = async () =>
  (await database.pool.query<{ id: string }>('SELECT person_id AS id FROM favorite ORDER BY 1')).rows.map(
    ({ id }) => id,
  );

test('a revision replaces all that the article says, and its former slug leads on', async () => {
  await give(history.article('ArticlePublished'));
  const before = await readArticlePage(database.pool, slug);
  await give(
    history.article('CommentsClosed'),
    history.article('ArticleRevised', { slug: 'new', title: 'New', remark: 'And *how*.', tagList: ['b', 'a'] }),
  );
  const now = await readArticlePage(database.pool, 'new');
  expect(now).toMatchObject({
    title: 'New',
    remark: 'And *how*.',
    tagList: ['b', 'a'],
    commentsClosed: true,
    version: 3,
  });
  expect(now?.remarkHtml).toContain('<em>how</em>');
  expect(now?.createdAt).toEqual(before?.createdAt);
  expect([await listed({ tag: 'a' }), await listed({ tag: 'harbour' })]).toEqual([['new'], []]);
  expect(await readTags(database.pool)).toEqual(['a', 'b']);
  expect(await readArticlePage(database.pool, slug)).toBeUndefined();
  expect(await readWhereArticleWent(database.pool, slug)).toMatchObject({ slug: 'new' });
  expect(await resolveArticle(database.pool, slug)).toEqual({ articleId, slug: 'new', version: 3 });
  await give(history.article('ArticleRevised', { slug }));
  expect(await resolveArticle(database.pool, slug)).toMatchObject({ slug });
  expect(await resolveArticle(database.pool, 'new')).toMatchObject({ slug });
});

test('nothing is left of what was withdrawn, but that it was, and to its author what they wrote below', async () => {
  await give(
    history.person(ada, 'GuestIntroduced', { name: 'Ada' }),
    history.article('ArticlePublished'),
    history.comment('CommentPosted', 1),
    history.comment('CommentPosted', 2, { heldBecause: 'author-premoderated' }),
  );
  const shownOf = () => readShownCommentsOf(database.pool, ada, { behind: beforeAllComments, most: 9 });
  expect(await shownOf()).toHaveLength(1);
  await give(history.article('ArticleWithdrawn', { reason: 'The source took it back.' }));
  expect([await listed({}), await listed({ tag: 'harbour' }), await readTags(database.pool)]).toEqual([[], [], []]);
  expect(await resolveArticle(database.pool, slug)).toBeUndefined();
  const reason = 'The source took it back.';
  expect(await readWhereArticleWent(database.pool, slug)).toMatchObject({ articleId, slug: null, reason });
  expect(await shownOf()).toEqual([]);
  expect(await readPublicCommenter(database.pool, ada)).toMatchObject({ commentCount: 0 });
  expect(await readPersonRecord(database.pool, ada)).toMatchObject({ shownCount: 0, heldCount: 0, commentCount: 2 });
  expect(await readHeldComments(database.pool, { limit: 9, offset: 0 })).toEqual({ comments: [], commentsCount: 0 });
  const own = { personId: ada, behind: '0', most: 9, maxBytes: 1_000_000 };
  expect(await readCommentsOfPerson(database.pool, own)).toHaveLength(2);
});

test('favourites are listed by who has them, and go with them', async () => {
  await give(
    history.article('ArticlePublished'),
    history.person(grace, 'UserRegistered', { username: 'Grace', roles: [] }),
    history.favorite('ArticleFavorited', grace),
    history.favorite('ArticleFavorited', ada),
  );
  expect(await listed({ favorited: 'grace' })).toEqual([slug]);
  expect(await readArticlePage(database.pool, slug)).toMatchObject({ favoritesCount: 2 });
  await give(history.favorite('ArticleUnfavorited', grace));
  expect([await listed({ favorited: 'grace' }), await favorites()]).toEqual([[], [ada]]);
  await give(history.person(ada, 'PersonErased'), history.favorite('ArticleFavorited', grace));
  expect(await favorites()).toEqual([grace]);
  await give(history.favorite('ArticleFavorited', ada));
  expect(await favorites()).toEqual([grace]);
  await scrubRestored(database.pool, [grace]);
  expect(await favorites()).toEqual([]);
});

test('what a projector of the version before has published is found by its tags once this one takes over', async () => {
  await give(history.article('ArticlePublished'));
  await database.pool.query('DELETE FROM article_tag');
  await database.pool.query('UPDATE article_page SET in_tags = false');
  // It goes on writing rows, which says nothing of their tags.
  await give(history.article('CommentsClosed'));
  expect(await listed({ tag: 'harbour' })).toEqual([]);
  const client = await database.pool.connect();
  await Promise.resolve(set.takeOver?.(client)).finally(() => client.release());
  expect(await listed({ tag: 'harbour' })).toEqual([slug]);
  expect((await database.pool.query('SELECT FROM article_page WHERE NOT in_tags')).rowCount).toBe(0);
});

test('an imported article is found where it stood, as long as readers may see it or are told that it went', async () => {
  const found = () => Promise.all(['/2019/04/ferry', '/?p=7'].map((path) => readFormerPath(database.pool, path)));
  const provenance = {
    ...{ source: 'wordpress:a.example', externalId: '7@', permalink: 'https://a.example/2019/04/ferry/' },
    formerAddresses: ['https://a.example/?p=7', 'javascript:alert(1)', 'https://a.example/'],
  };
  await give(history.article('ArticlePublished', { provenance }));
  expect((await database.pool.query('SELECT path FROM former_path')).rowCount).toBe(2);
  const deleted = { articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f40fe', slug: 'deleted' };
  const ofDeleted = (type: EventType, more: object) =>
    history.say(type, `article-${deleted.articleId}`, 'articles.events.v1', { ...deleted, ...more });
  const permalink = 'https://a.example/deleted';
  await give(
    ofDeleted('ArticlePublished', { ...articlePublished, ...deleted, provenance: { ...provenance, permalink } }),
    ofDeleted('ArticleWithdrawn', {}),
  );
  expect(await readFormerPath(database.pool, '/deleted')).toBeUndefined();
  const later = { articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f40ff', slug: 'later', provenance };
  await give(
    history.say('ArticlePublished', `article-${later.articleId}`, 'articles.events.v1', {
      ...articlePublished,
      ...later,
    }),
  );
  expect(await found()).toEqual([slug, slug]);
  await give(history.article('ArticleRevised', { slug: 'new' }));
  expect(await found()).toEqual(['new', 'new']);
  await give(history.article('ArticleWithdrawn', { reason: 'Wrong.' }));
  expect(await found()).toEqual(['later', 'later']);
  await give(
    history.say('ArticleWithdrawn', `article-${later.articleId}`, 'articles.events.v1', { articleId: later.articleId }),
  );
  expect(await found()).toEqual([slug, slug]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import { resetProjection } from '#projection/reset-projection.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import { readArticleVersion, readListVersion, readSiteVersion } from '#read-models/shown/read-answer-version.js';
import { readSitePage } from '#read-models/site-identity/read-site-page.js';
import type { Body } from '#rendering/body.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import { oneByOne } from '#testing/one-by-one.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { readModels } from '../read-models.set.js';
import { ada, History } from '../shown/shown-at-hand.js';
import { renderAnew } from './render-anew.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const { slug } = articlePublished;
const dredger = {
  ...{ entryId: articlePublished.articleId, kind: 'gloss', term: 'dredger', inflections: [], text: 'the loud one' },
  ...{ sectionId: null, caseSensitive: false, wholeWords: true },
};

let database: TestDatabase;
let give: ReturnType<typeof oneByOne>;
beforeAll(async () => void (database = await createReadModels()));
afterAll(async () => {
  renderer.close();
  await database.drop();
});

/** As an older renderer left them. */
const spoil = async () => {
  await database.pool.query(`UPDATE article_page SET body_html = 'old', remark_html = 'old', house_html = 'old'`);
  await database.pool.query(`UPDATE comment_text SET body_html = 'old'`);
  await database.pool.query(`UPDATE comment_state SET bytes = 0`);
  await database.pool.query(`UPDATE site_identity SET rules_html = 'old'`);
};
const raise = (version = rendererVersion + 1) =>
  renderAnew(database.pool, renderer, new AbortController().signal, version);
const shown = async () => {
  const page = await readArticlePage(database.pool, slug);
  const comment = await readComment(database.pool, 1);
  const rules = await readSitePage(database.pool, 'rules');
  return [page?.bodyHtml, page?.remarkHtml, page?.houseHtml, comment?.bodyHtml, rules?.html];
};
const sizes = async () => (await database.pool.query<object>('SELECT comment_id, bytes FROM comment_state')).rows;
const versions = () =>
  Promise.all([
    readListVersion(database.pool),
    readSiteVersion(database.pool),
    ...(['articles', 'threads', 'threads-current'] as const).map((answer) =>
      readArticleVersion(database.pool, slug, answer).then((found) => found?.version),
    ),
  ]);

beforeEach(async () => {
  const history = new History(key);
  give = oneByOne(database.pool, set);
  await resetProjection(database.pool, 'read_v1', savedTables);
  const house = { version: 7, entries: [dredger] };
  await give(
    history.person(ada, 'GuestIntroduced', { name: 'Ada' }),
    history.say('SiteDescribed', 'site', 'articles.events.v1', { rules: 'Be *kind*.' }),
    history.article('ArticlePublished', { body: 'A *dredger*.', format: 'markdown', remark: '*So*.', house }),
    history.comment('CommentPosted', 1),
  );
});

test('a newer renderer renders anew what an older one made, and the versions of the answers say so', async () => {
  const [before, sizesBefore] = [await shown(), await sizes()];
  expect(before.join()).toContain('the loud one');
  await spoil();
  const versionsBefore = await versions();
  await raise();
  expect([await shown(), await sizes()]).toEqual([before, sizesBefore]);
  for (const [at, version] of (await versions()).entries()) expect(version).not.toBe(versionsBefore[at]);
});

test('what this renderer made is left alone', async () => {
  await spoil();
  const before = await versions();
  await raise(rendererVersion);
  expect([await shown(), await versions()]).toEqual([['old', 'old', 'old', 'old', 'old'], before]);
});

test('a text that is erased or changed while it is rendered is not brought back', async () => {
  await spoil();
  const written = (await readComment(database.pool, 1))?.body;
  const render = async (bodies: Body[]) => {
    const results = await renderer.render(bodies);
    if (bodies[0]?.body === 'A *dredger*.') await database.pool.query(`UPDATE article_page SET body_html = 'revised'`);
    if (!bodies.some(({ body }) => body === written)) return results;
    const client = await database.pool.connect();
    await scrubComments(client, [ada]).finally(() => client.release());
    return results;
  };
  await renderAnew(database.pool, { render }, new AbortController().signal, rendererVersion + 1);
  expect((await shown())[0]).toBe('revised');
  expect((await shown())[3]).toBe('<p>[erased]</p>');
});

test('a text that cannot be rendered keeps the HTML that it has, and stands in nobody’s way', async () => {
  await spoil();
  const render = (bodies: unknown[]) => Promise.resolve(bodies.map(() => ({ fault: 'lost' })));
  await renderAnew(database.pool, { render }, new AbortController().signal, rendererVersion + 1);
  expect(await shown()).toEqual(['old', 'old', 'old', 'old', 'old']);
  const behind =
    'SELECT FROM article_page WHERE renderer <= $1 UNION ALL SELECT FROM comment_text WHERE renderer <= $1';
  expect((await database.pool.query(behind, [rendererVersion])).rowCount).toBe(0);
});

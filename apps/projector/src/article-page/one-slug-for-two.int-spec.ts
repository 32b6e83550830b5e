import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { articlePublished } from '#contracts/articles/article.examples.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import { savedTables } from '#read-models/canonical-dump.js';
import { readArticleVersion } from '#read-models/shown/read-answer-version.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { recorded } from '#testing/recorded.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import { readModels } from '../read-models.set.js';

const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: () => Promise.resolve(new Map()),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const { slug } = articlePublished;
const earlier = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';
const later = '0190a3c2-8b12-7d52-8a44-0c1d2e3f4051';

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
beforeEach(() => resetProjection(database.pool, set.schema, savedTables));
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const publish = (articleId: string, partition: number) =>
  applyBatch(database.pool, set, {
    ...{ topic: 'articles.events.v1', partition },
    messages: asMessages([
      recorded({
        ...{ type: 'ArticlePublished', stream: `article-${articleId}`, topic: 'articles.events.v1', key: articleId },
        data: () => ({ ...articlePublished, articleId, body: `of ${articleId}` }),
      }),
    ]),
  });

test.each([
  ['as they were published', [earlier, later]],
  ['the other way round', [later, earlier]],
])(
  'an article with the slug of another is projected, and the slug leads to the later one: read %s',
  async (_, order) => {
    for (const [partition, articleId] of order.entries()) {
      expect(await publish(articleId, partition)).toMatchObject({ applied: 1, deadLetters: 0 });
    }
    expect(await readArticlePage(database.pool, slug)).toMatchObject({ articleId: later, body: `of ${later}` });
    expect(await resolveArticle(database.pool, slug)).toMatchObject({ articleId: later });
    for (const answer of ['articles', 'threads'] as const) {
      expect(await readArticleVersion(database.pool, slug, answer)).toMatchObject({ articleId: later });
    }
  },
);

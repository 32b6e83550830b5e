import type { Projection } from '#projection/projection.js';
import { saveWithdrawnArticles } from '#read-models/withdrawn-article/save-withdrawn-articles.js';
import type { WithdrawnArticleRow } from '#read-models/withdrawn-article/withdrawn-article.entity.js';

/** Articles that are not on the site any more, from the articles topic. */
export const withdrawnArticle: Projection<WithdrawnArticleRow> = {
  name: 'withdrawn-article',
  rowIds: (event) => (event.type === 'ArticleWithdrawn' ? [event.data.articleId] : []),
  evolve: (_row, event, articleId) =>
    event.type === 'ArticleWithdrawn'
      ? { articleId, reason: event.data.reason ?? null, withdrawnAt: event.occurredAt }
      : undefined,
  save: saveWithdrawnArticles,
};

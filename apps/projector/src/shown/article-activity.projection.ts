import type { Projection } from '#projection/projection.js';
import { saveArticleActivity, type ArticleChanges } from '#read-models/shown/save-article-activity.js';
import { shownChange } from './shown-changes.js';

/** Changes that readers of an article see, from all topics; imported ones have no activity. */
export const articleActivity: Projection<ArticleChanges> = {
  name: 'article-activity',
  isShared: true,
  rowIds: (event) => {
    const { article } = shownChange(event);
    return article ? [article.articleId] : [];
  },
  evolve: (row, event, articleId) => {
    const { article } = shownChange(event);
    const news = row?.news ?? [];
    if (article?.kind === undefined || event.data.provenance) return { articleId, news };
    const { kind, commentId } = article;
    return { articleId, news: [...news, { kind, commentId, recordedAt: event.recordedAt }] };
  },
  save: saveArticleActivity,
};

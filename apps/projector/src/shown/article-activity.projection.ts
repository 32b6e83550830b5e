import type { Projection } from '#projection/projection.js';
import { saveArticleActivity, type ArticleChanges } from '#read-models/shown/save-article-activity.js';
import { shownChange } from './shown-changes.js';

/** What changes for the readers of an article, from all topics; what an archive brings is no news. */
export const articleActivity: Projection<ArticleChanges> = {
  name: 'article-activity',
  isShared: true,
  touches: (event) => {
    const { article } = shownChange(event);
    return article ? [article.articleId] : [];
  },
  evolve: (row, event, articleId) => {
    const { article } = shownChange(event);
    const news = row?.news ?? [];
    if (!article || event.data.provenance) return { articleId, news };
    const { kind, commentId } = article;
    return { articleId, news: [...news, { kind, commentId, recordedAt: event.recordedAt }] };
  },
  save: saveArticleActivity,
};

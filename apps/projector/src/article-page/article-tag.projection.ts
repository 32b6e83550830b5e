import type { Projection } from '#projection/projection.js';
import { loadTagsOfArticles } from '#read-models/article-tag/load-tags-of-articles.js';
import { saveArticleTags, type TagsOfArticle } from '#read-models/article-tag/save-article-tags.js';
import { isAbout } from './is-about.js';

/** The tags of articles on the site, from the articles topic. */
export const articleTag: Projection<TagsOfArticle> = {
  name: 'article-tag',
  rowIds: (event) => (isAbout(event) ? [event.data.articleId] : []),
  load: loadTagsOfArticles,
  evolve: (row, event, articleId) => {
    if (event.type === 'ArticlePublished')
      return { articleId, tags: event.data.tagList, publishedAt: event.occurredAt };
    if (event.type === 'ArticleRevised') return row && { ...row, tags: event.data.tagList };
    return event.type === 'ArticleWithdrawn' ? row && { ...row, tags: [] } : undefined;
  },
  save: saveArticleTags,
};

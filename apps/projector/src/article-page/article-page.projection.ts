import type { OpenedOf } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { ArticlePageRow } from '#read-models/article-page/article-page.entity.js';
import { loadArticlePages } from '#read-models/article-page/load-article-pages.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { shownBody, type BatchContext, type ShownBody } from '../batch-context.js';

/** An article's page, from the articles topic. */
export const articlePage: Projection<ArticlePageRow, BatchContext> = {
  name: 'article-page',
  rowIds: (event) =>
    event.type === 'ArticlePublished' || event.type === 'CommentsClosed' || event.type === 'CommentsReopened'
      ? [event.data.articleId]
      : [],
  load: loadArticlePages,
  evolve: (row, event, _id, context) => {
    switch (event.type) {
      case 'ArticlePublished':
        return published(event, shownBody(context, event));
      case 'CommentsClosed':
        return row && { ...row, commentsClosed: true };
      case 'CommentsReopened':
        return row && { ...row, commentsClosed: false };
      default:
        return undefined;
    }
  },
  save: saveArticlePages,
};

function published({ data, occurredAt }: OpenedOf<'ArticlePublished'>, { body, bodyHtml }: ShownBody): ArticlePageRow {
  const { articleId, slug, title, description, format, tagList, authorId, source, commentsClosed } = data;
  return {
    ...{ articleId, slug, title, description, body, bodyHtml, format, tagList, authorId, commentsClosed },
    source: source ?? null,
    publishedAt: occurredAt,
    updatedAt: occurredAt,
  };
}

import { asPublished, asReopened } from '#contracts/articles/closing.js';
import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { KnownArticleRow } from './known-article.entity.js';
import { loadKnownArticles } from './load-known-articles.js';
import { saveKnownArticles } from './save-known-articles.js';

/** The articles, and until when they take comments, from the articles topic. One that was withdrawn takes none. */
export const knownArticle: Projection<KnownArticleRow, unknown, BroadsideEvent> = {
  name: 'known-article',
  rowIds: (event) => {
    switch (event.type) {
      case 'ArticlePublished':
      case 'ArticleRevised':
      case 'ArticleWithdrawn':
      case 'CommentsClosed':
      case 'CommentsReopened':
      case 'CommentsClosingSet':
        return [event.data.articleId];
      default:
        return [];
    }
  },
  load: loadKnownArticles,
  evolve: (row, event) => {
    if (event.type === 'ArticlePublished') return published(event);
    return row && afterChange(row, event);
  },
  save: saveKnownArticles,
};

function published({ occurredAt, data }: Extract<BroadsideEvent, { type: 'ArticlePublished' }>): KnownArticleRow {
  const { articleId, commentsClosed, sectionId = null, provenance } = data;
  return {
    articleId,
    commentsClosed,
    publishedAt: occurredAt,
    sectionId,
    closing: asPublished(provenance !== undefined),
  };
}

function afterChange(row: KnownArticleRow, event: BroadsideEvent): KnownArticleRow | undefined {
  const { closing } = row;
  switch (event.type) {
    case 'ArticleRevised':
      return { ...row, sectionId: event.data.sectionId ?? null };
    case 'ArticleWithdrawn':
    case 'CommentsClosed':
      return { ...row, commentsClosed: true };
    case 'CommentsReopened':
      return { ...row, commentsClosed: false, closing: closing && asReopened(closing) };
    case 'CommentsClosingSet':
      return { ...row, closing: closing && { ...closing, afterDays: event.data.afterDays } };
    default:
      return undefined;
  }
}

import type { OpenedOf } from '#contracts/events.js';
import { isAbout } from './is-about.js';
import type { Projection } from '#projection/projection.js';
import type { ArticlePage } from '#read-models/article-page/article-page.entity.js';
import { deleteArticlePages } from '#read-models/article-page/delete-article-pages.js';
import { loadArticlePages } from '#read-models/article-page/load-article-pages.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { idOfRemark, shownBody, type BatchContext } from '../batch-context.js';

/** An article that was withdrawn has no page. */
type Row = ArticlePage | { articleId: string; slug?: never };

const hasPage = (row: Row | undefined): row is ArticlePage => row?.slug !== undefined;

/** An article's page, from the articles topic. */
export const articlePage: Projection<Row, BatchContext> = {
  name: 'article-page',
  rowIds: (event) => (isAbout(event) ? [event.data.articleId] : []),
  load: loadArticlePages,
  evolve: (row, event, articleId, context) => {
    if (event.type === 'ArticlePublished') return published(event, context);
    if (event.type === 'ArticleWithdrawn') return { articleId };
    if (!hasPage(row)) return undefined;
    switch (event.type) {
      case 'ArticleRevised':
        return { ...row, ...contentOf(event, context), updatedAt: event.occurredAt };
      case 'CommentsClosed':
        return { ...row, commentsClosed: true };
      case 'CommentsReopened':
        return { ...row, commentsClosed: false };
      default:
        return undefined;
    }
  },
  save: async (client, rows) => {
    const gone = rows.filter((row) => !hasPage(row)).map(({ articleId }) => articleId);
    if (gone.length > 0) await deleteArticlePages(client, gone);
    await saveArticlePages(client, rows.filter(hasPage));
  },
};

function published(event: OpenedOf<'ArticlePublished'>, context: BatchContext): ArticlePage {
  const { articleId, authorId, commentsClosed } = event.data;
  const { occurredAt } = event;
  const content = contentOf(event, context);
  return { articleId, authorId, commentsClosed, ...content, publishedAt: occurredAt, updatedAt: occurredAt };
}

type Content = Omit<ArticlePage, 'articleId' | 'authorId' | 'commentsClosed' | 'publishedAt' | 'updatedAt'>;

function contentOf(event: OpenedOf<'ArticlePublished' | 'ArticleRevised'>, context: BatchContext): Content {
  const { slug, title, description, format, tagList, source, sectionId, remark } = event.data;
  const { body, bodyHtml } = shownBody(context, event);
  return {
    ...{ slug, title, description, body, bodyHtml, format, tagList },
    ...{ source: source ?? null, sectionId: sectionId ?? null, remark: remark ?? null },
    remarkHtml: remark === undefined ? null : shownBody(context, { id: idOfRemark(event.id) }).bodyHtml,
  };
}

import { asPublished, asReopened } from '#contracts/articles/closing.js';
import type { OpenedOf } from '#contracts/events.js';
import type { House } from '#contracts/thesaurus/house-entry.js';
import { isAbout } from './is-about.js';
import type { Projection } from '#projection/projection.js';
import type { ArticlePage } from '#read-models/article-page/article-page.entity.js';
import { deleteArticlePages } from '#read-models/article-page/delete-article-pages.js';
import { loadArticlePages } from '#read-models/article-page/load-article-pages.js';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import type { HouseView } from '#rendering/body.js';
import { rendererVersion } from '#rendering/renderer-version.js';
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
      case 'ArticleRepinned':
        return { ...row, ...contentOf(event, context) };
      case 'ArticleRevised':
        return { ...row, ...contentOf(event, context), updatedAt: event.occurredAt };
      case 'CommentsClosed':
        return { ...row, commentsClosed: true };
      case 'CommentsReopened':
        return { ...row, commentsClosed: false, closing: row.closing ? asReopened(row.closing) : null };
      case 'CommentsClosingSet':
        return row.closing ? { ...row, closing: { ...row.closing, afterDays: event.data.afterDays } } : undefined;
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
  const { articleId, authorId, commentsClosed, provenance } = event.data;
  const { occurredAt } = event;
  const closing = asPublished(provenance !== undefined);
  const times = { publishedAt: occurredAt, updatedAt: occurredAt };
  return { articleId, authorId, commentsClosed, closing, ...contentOf(event, context), ...times };
}

type Content = Omit<ArticlePage, 'articleId' | 'authorId' | 'commentsClosed' | 'closing' | 'publishedAt' | 'updatedAt'>;

function contentOf(
  event: OpenedOf<'ArticlePublished' | 'ArticleRevised' | 'ArticleRepinned'>,
  context: BatchContext,
): Content {
  const { slug, title, description, format, tagList, source, sectionId, remark } = event.data;
  const { body, bodyHtml, house } = shownBody(context, event);
  return {
    ...{ slug, title, description, body, bodyHtml, format, tagList },
    ...{ source: source ?? null, sectionId: sectionId ?? null, remark: remark ?? null },
    ...houseColumns(event.data.house, { title, description, html: bodyHtml }, house),
    renderer: rendererVersion,
    remarkHtml: remark === undefined ? null : shownBody(context, { id: idOfRemark(event.id) }).bodyHtml,
  };
}

const noHouse = {
  ...{ houseVersion: null, houseTitle: null, houseDescription: null, houseHtml: null },
  houseEntries: null,
};

/** Nothing if the house view is the source's own words. */
function houseColumns(pinned: House | undefined, original: HouseView, house: HouseView | undefined) {
  if (pinned === undefined || house === undefined) return noHouse;
  const { title, description, html } = house;
  const isOther = title !== original.title || description !== original.description || html !== original.html;
  if (!isOther) return noHouse;
  const { version, entries } = pinned;
  return {
    ...{ houseVersion: version, houseTitle: title, houseDescription: description, houseHtml: html },
    houseEntries: entries,
  };
}

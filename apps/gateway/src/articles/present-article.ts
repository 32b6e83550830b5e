import { closesAt, isOver } from '#contracts/articles/closing.js';
import { closingOf } from '#read-models/article-page/closing-columns.sql.js';
import type { ListedArticle } from '#read-models/article-page/article-columns.sql.js';
import type { ArticlePage } from '#read-models/article-page/read-article-page.js';
import type { MarksForReader } from '#read-models/article-page/read-marks-for-reader.js';
import type { Article, ArticleForReader, ArticleInList } from './article.answers.js';

const ofArticle = (row: ListedArticle, marks: MarksForReader | undefined): ArticleInList => ({
  id: row.articleId,
  slug: row.slug,
  title: row.title,
  description: row.description,
  tagList: row.tagList,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  favorited: marks?.favorited ?? false,
  favoritesCount: row.favoritesCount,
  author: {
    ...{ id: row.authorId, username: row.authorName, bio: row.authorBio, image: row.authorImage },
    following: marks?.following ?? false,
  },
  source: row.source,
  sourceKey: row.sourceKey,
  section: row.section,
  commentsClosed: isClosed(row),
  commentCount: row.commentCount,
  house: houseOf(row),
});

const isClosed = (row: ListedArticle): boolean =>
  row.commentsClosed || isOver(closingOf(row, row.createdAt), new Date().toISOString());

const commentsOf = (row: ArticlePage): Article['comments'] => ({
  closed: isClosed(row),
  closesAt: row.commentsClosed ? null : (closesAt(closingOf(row, row.createdAt))?.toISOString() ?? null),
  closesAfterDays: row.ownClosing?.afterDays ?? null,
});

function houseOf({ houseVersion: version, houseTitle, houseDescription }: ListedArticle): ArticleInList['house'] {
  if (version === null) return null;
  return { version, title: houseTitle ?? '', description: houseDescription ?? '' };
}

/** An article of a list as the API gives it. @param marks of the account that asks, if one does */
export const presentArticleInList = (row: ListedArticle, marks?: MarksForReader): ArticleForReader => ({
  ...ofArticle(row, marks),
  newCount: marks?.newCount ?? undefined,
});

/** An article with its body as the API gives it. */
export const presentArticle = (row: ArticlePage, marks?: MarksForReader): Article => ({
  ...ofArticle(row, marks),
  body: row.body,
  bodyHtml: row.bodyHtml,
  format: row.format,
  remark: row.remark,
  remarkHtml: row.remarkHtml,
  comments: commentsOf(row),
  house: withBody(houseOf(row), row.houseHtml),
  version: row.version,
});

const withBody = (house: ArticleInList['house'], html: string | null): Article['house'] =>
  house && { ...house, bodyHtml: html ?? '' };

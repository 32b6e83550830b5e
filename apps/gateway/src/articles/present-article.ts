import type { ArticlePage } from '#read-models/article-page/read-article-page.js';
import type { ListedArticle } from '#read-models/article-page/read-article-list.js';
import type { Article, ArticleInList } from './article.answers.js';

/** An article of a list as the API gives it. */
export const presentArticleInList = (row: ListedArticle): ArticleInList => ({
  id: row.articleId,
  slug: row.slug,
  title: row.title,
  description: row.description,
  tagList: row.tagList,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  favorited: false,
  favoritesCount: 0,
  author: { id: row.authorId, username: row.authorName, bio: null, image: null, following: false },
  source: row.source,
  commentsClosed: row.commentsClosed,
  commentCount: row.commentCount,
});

/** An article with its body as the API gives it. */
export const presentArticle = (row: ArticlePage): Article => ({
  ...presentArticleInList(row),
  body: row.body,
  bodyHtml: row.bodyHtml,
});

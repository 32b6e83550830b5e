import type { Pool } from 'pg';
import type { BodyFormat } from '#contracts/body-format.js';
import { columnsOfPage, joinsOfArticle, type ListedArticle } from './article-columns.sql.js';
import { articleBySlug } from './article-by-slug.sql.js';

export interface ArticlePage extends ListedArticle {
  body: string;
  bodyHtml: string;
  format: BodyFormat;
  remark: string | null;
  remarkHtml: string | null;
  houseHtml: string | null;
  /** Of its stream. */
  version: number;
}

const sqlOf = (page: string) => `SELECT ${columnsOfPage}, page.body, page.body_html AS "bodyHtml", page.format,
  page.remark, page.remark_html AS "remarkHtml", page.house_html AS "houseHtml",
  coalesce((SELECT version FROM stream_progress WHERE stream = 'article-' || page.article_id), 1) AS version
FROM ${page} AS page
${joinsOfArticle}`;

const sqlBySlug = sqlOf(articleBySlug('$1'));
const sqlById = sqlOf('(SELECT * FROM article_page WHERE article_id = $1)');

/** One article by its slug, with its body and the number of its comments. */
export async function readArticlePage(pool: Pool, slug: string): Promise<ArticlePage | undefined> {
  const { rows } = await pool.query<ArticlePage>({ name: 'read-article-page', text: sqlBySlug, values: [slug] });
  return rows[0];
}

/** The same by its id. */
export async function readArticlePageOf(pool: Pool, articleId: string): Promise<ArticlePage | undefined> {
  const { rows } = await pool.query<ArticlePage>({ name: 'read-article-page-of', text: sqlById, values: [articleId] });
  return rows[0];
}

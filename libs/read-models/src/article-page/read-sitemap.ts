import type { Pool } from 'pg';

/** Articles of one part of the sitemap: small enough to be kept as an answer. */
export const articlesInSitemap = 2_000;

/** Articles of the news sitemap; the protocol has no more. */
export const maxNewsInSitemap = 1_000;

/** Hours for which an article is news. */
export const newsHours = 48;

export interface ArticleOfSitemap {
  slug: string;
  title: string;
  publishedAt: Date;
  updatedAt: Date;
}

const columns = 'slug, title, published_at AS "publishedAt", updated_at AS "updatedAt"';

// Oldest first, so that a full part stays as it is.
const sqlPart = `SELECT ${columns}
FROM (SELECT article_id FROM article_page ORDER BY published_at, article_id OFFSET $1 LIMIT ${articlesInSitemap}) AS part
JOIN article_page USING (article_id) ORDER BY published_at, article_id`;

const sqlNews = `SELECT ${columns} FROM article_page
WHERE published_at > now() - interval '${newsHours} hours' AND published_at <= now()
ORDER BY published_at DESC, article_id DESC LIMIT ${maxNewsInSitemap}`;

/** @param part counted from 1 */
export async function readSitemapPart(pool: Pool, part: number): Promise<ArticleOfSitemap[]> {
  const query = { name: 'read-sitemap-part', text: sqlPart, values: [(part - 1) * articlesInSitemap] };
  return (await pool.query<ArticleOfSitemap>(query)).rows;
}

/** Articles of the last {@link newsHours} hours, newest first. */
export async function readSitemapNews(pool: Pool): Promise<ArticleOfSitemap[]> {
  return (await pool.query<ArticleOfSitemap>({ name: 'read-sitemap-news', text: sqlNews, values: [] })).rows;
}

/** How many parts there are; 0 without articles. */
export async function countSitemapParts(pool: Pool): Promise<number> {
  const text = 'SELECT count(*)::int AS articles FROM article_page';
  const { rows } = await pool.query<{ articles: number }>({ name: 'count-sitemap-parts', text, values: [] });
  return Math.ceil((rows[0]?.articles ?? 0) / articlesInSitemap);
}

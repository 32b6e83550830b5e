import type { Pool } from 'pg';
import { articleBySlug } from './article-by-slug.sql.js';
import { articleColumns, type ListedArticle } from './read-article-list.js';

export interface ArticlePage extends ListedArticle {
  body: string;
  bodyHtml: string;
}

const sql = `SELECT ${articleColumns('page.description', 'page.tag_list')}, page.body, page.body_html AS "bodyHtml"
FROM ${articleBySlug('$1')} AS page
LEFT JOIN comment_count USING (article_id)
LEFT JOIN commenter AS author ON author.person_id = page.author_id`;

/** One article by its slug, with its body and the number of its comments. */
export async function readArticlePage(pool: Pool, slug: string): Promise<ArticlePage | undefined> {
  const { rows } = await pool.query<ArticlePage>({ name: 'read-article-page', text: sql, values: [slug] });
  return rows[0];
}

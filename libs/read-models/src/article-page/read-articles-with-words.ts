import type { Pool } from 'pg';

export interface ArticleWithWords {
  slug: string;
  title: string;
  description: string;
  /** Its beginning. */
  bodyHtml: string;
  publishedAt: Date;
  houseVersion: number | null;
}

/** The newest articles, of which those with a term are told, and how many are told. */
export const maxArticlesLookedAt = 2_000;
export const maxArticlesWithTerm = 50;
/** Characters of each body's HTML that are looked at. */
export const maxHtmlLookedAt = 20_000;

const sql = `
SELECT slug, title, description, html AS "bodyHtml", published_at AS "publishedAt", house_version AS "houseVersion"
FROM (SELECT *, left(body_html, ${maxHtmlLookedAt}) AS html FROM article_page
      ORDER BY published_at DESC, article_id DESC LIMIT ${maxArticlesLookedAt}) AS newest
WHERE (title || ' ' || left(description, ${maxHtmlLookedAt}) || ' ' || html) ILIKE ANY($1)
ORDER BY published_at DESC, article_id DESC LIMIT ${maxArticlesWithTerm}`;

/**
 * Of the newest articles those in which the words of one of these forms follow each other, whatever stands between them:
 * more than have the form, to be looked at closer.
 */
export async function readArticlesWithWords(pool: Pool, forms: readonly string[]): Promise<ArticleWithWords[]> {
  const patterns = forms.map((form) => `%${(form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('%')}%`);
  const { rows } = await pool.query<ArticleWithWords>({ name: 'read-with-words', text: sql, values: [patterns] });
  return rows;
}

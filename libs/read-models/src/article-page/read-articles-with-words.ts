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
export const maxHtmlLookedAt = 8_000;
/** Articles of which a statement looks for those with the words: it has 1.5 s. */
export const articlesAPortion = 250;

const sql = `
SELECT slug, title, description, html AS "bodyHtml", published_at AS "publishedAt", house_version AS "houseVersion"
FROM (SELECT *, left(body_html, ${maxHtmlLookedAt}) AS html FROM article_page
      ORDER BY published_at DESC, article_id DESC LIMIT ${articlesAPortion} OFFSET $2) AS newest
WHERE (title || ' ' || left(description, ${maxHtmlLookedAt}) || ' ' || html) ILIKE ANY($1)
ORDER BY published_at DESC, article_id DESC`;

/**
 * Of a portion of the newest articles those in which the words of one of these forms follow each other, whatever stands between them:
 * more than have the form, to be looked at closer. @param offset of the portion
 */
export async function readArticlesWithWords(
  pool: Pool,
  forms: readonly string[],
  offset: number,
): Promise<ArticleWithWords[]> {
  const patterns = forms.map((form) => `%${(form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('%')}%`);
  const { rows } = await pool.query<ArticleWithWords>({
    name: 'read-with-words',
    text: sql,
    values: [patterns, offset],
  });
  return rows;
}

import type { Pool } from 'pg';
import type { ArticlePageRow } from './article-page.entity.js';

type Columns = 'articleId' | 'title' | 'description' | 'body' | 'bodyHtml' | 'format' | 'remark' | 'remarkHtml';
type OfHouse = 'houseTitle' | 'houseDescription' | 'houseHtml' | 'houseEntries' | 'sectionId';

export interface OutdatedArticle extends Pick<ArticlePageRow, Columns | OfHouse> {
  /** Of the row: another one once anybody has changed it. */
  xmin: string;
}

// The first is taken whatever its size.
const sql = `
SELECT article_id AS "articleId", article_page.xmin::text, title, description, body, body_html AS "bodyHtml", format,
  remark, remark_html AS "remarkHtml", house_title AS "houseTitle", house_description AS "houseDescription",
  house_html AS "houseHtml", house_entries AS "houseEntries", section_id AS "sectionId"
FROM (SELECT article_id, sum(octet_length(body)) OVER (ORDER BY article_id) - octet_length(body) AS before
      FROM (SELECT article_id, body FROM article_page WHERE renderer < $1 LIMIT $2) AS found) AS outdated
JOIN article_page USING (article_id) WHERE before < $3`;

/** Articles whose HTML an older renderer made: some of them, of so many bytes together. */
export async function readOutdatedArticles(
  pool: Pool,
  renderer: number,
  most: { texts: number; bytes: number },
): Promise<OutdatedArticle[]> {
  const values = [renderer, most.texts, most.bytes];
  return (await pool.query<OutdatedArticle>({ name: 'read-outdated-articles', text: sql, values })).rows;
}

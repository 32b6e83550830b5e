import type { Queryable } from '#postgres/shared-connection.js';
import { articleBySlug } from './article-by-slug.sql.js';

const sql = `
SELECT article_id AS "articleId", coalesce(version, 1) AS version
FROM ${articleBySlug('$1')} AS page
LEFT JOIN stream_progress ON stream = 'article-' || article_id`;

/** The article that a slug leads to, and its projected version. */
export async function resolveArticle(
  connection: Queryable,
  slug: string,
): Promise<{ articleId: string; version: number } | undefined> {
  const { rows } = await connection.query<{ articleId: string; version: number }>({
    name: 'resolve-article',
    text: sql,
    values: [slug],
  });
  return rows[0];
}

import type { Queryable } from '#postgres/shared-connection.js';

// A slug that is an article's leads to it, also where another one had it before.
const sql = `
SELECT page.article_id AS "articleId", page.slug, coalesce(version, 1) AS version
FROM (SELECT article_id, true AS present FROM article_page WHERE slug = $1
      UNION ALL SELECT article_id, false FROM article_slug AS former WHERE former.slug = $1) AS named
JOIN article_page AS page USING (article_id)
LEFT JOIN stream_progress ON stream = 'article-' || page.article_id
ORDER BY named.present DESC, page.article_id DESC LIMIT 1`;

/** The article that a slug leads to, be it a former one, and its projected version. */
export async function resolveArticle(
  connection: Queryable,
  slug: string,
): Promise<{ articleId: string; slug: string; version: number } | undefined> {
  const { rows } = await connection.query<{ articleId: string; slug: string; version: number }>({
    name: 'resolve-article',
    text: sql,
    values: [slug],
  });
  return rows[0];
}

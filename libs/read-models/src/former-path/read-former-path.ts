import type { Queryable } from '#postgres/shared-connection.js';

// The article that was imported first, of those that are on the site; else one whose withdrawal readers are told of.
const sql = `
SELECT coalesce(page.slug, named.slug) AS slug
FROM former_path AS named
LEFT JOIN article_page AS page USING (article_id)
LEFT JOIN withdrawn_article AS withdrawn USING (article_id)
WHERE named.path = $1 AND (page.article_id IS NOT NULL OR withdrawn.reason IS NOT NULL)
ORDER BY page.article_id IS NULL, named.article_id LIMIT 1`;

/** The slug of the article that stood at a path of another site; undefined if none did. */
export async function readFormerPath(connection: Queryable, path: string): Promise<string | undefined> {
  const { rows } = await connection.query<{ slug: string }>({ name: 'read-former-path', text: sql, values: [path] });
  return rows[0]?.slug;
}

import type { ClientBase } from 'pg';

const sql = `
SELECT coalesce(bool_or(type = 'ArticlePublished') AND NOT bool_or(type = 'ArticleWithdrawn'), false) AS "isThere"
FROM events WHERE stream = $1`;

/** Whether there is such an article on the site. */
export async function isPublished(client: ClientBase, articleId: string): Promise<boolean> {
  const query = { name: 'is-published', text: sql, values: [`article-${articleId}`] };
  const { rows } = await client.query<{ isThere: boolean }>(query);
  return rows[0]?.isThere ?? false;
}

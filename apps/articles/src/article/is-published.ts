import type { ClientBase } from 'pg';

// Of a published article the first event is its publication, and the last its withdrawal if there was one.
const sql = `
SELECT type <> 'ArticleWithdrawn' AS "isThere" FROM events WHERE stream = $1 ORDER BY version DESC LIMIT 1`;

/** Whether there is such an article on the site. */
export async function isPublished(client: ClientBase, articleId: string): Promise<boolean> {
  const query = { name: 'is-published', text: sql, values: [`article-${articleId}`] };
  const { rows } = await client.query<{ isThere: boolean }>(query);
  return rows[0]?.isThere ?? false;
}

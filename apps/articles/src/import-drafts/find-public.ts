import type { ClientBase } from 'pg';

const sql = `
SELECT substr(stream, length('article-') + 1) AS "articleId" FROM events
WHERE stream = ANY ($1::text[])
GROUP BY stream
HAVING bool_or(type = 'ArticlePublished') AND NOT bool_or(type = 'ArticleWithdrawn')`;

/** Which of these articles are on the site. */
export async function findPublic(client: ClientBase, articleIds: string[]): Promise<Set<string>> {
  if (articleIds.length === 0) return new Set();
  const { rows } = await client.query<{ articleId: string }>(sql, [articleIds.map((id) => `article-${id}`)]);
  return new Set(rows.map(({ articleId }) => articleId));
}

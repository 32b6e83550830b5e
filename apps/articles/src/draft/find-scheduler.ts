import type { ClientBase } from 'pg';

const sql = `
SELECT data->'actor'->>'id' AS "personId" FROM events
WHERE stream = $1 AND type = 'ArticleScheduled' ORDER BY version DESC LIMIT 1`;

/** Who scheduled a draft last; undefined if nobody has. */
export async function findScheduler(client: ClientBase, articleId: string): Promise<string | undefined> {
  const query = { name: 'find-scheduler', text: sql, values: [`article-${articleId}`] };
  const { rows } = await client.query<{ personId: string | null }>(query);
  return rows[0]?.personId ?? undefined;
}

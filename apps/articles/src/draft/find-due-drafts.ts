import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT article_id AS "articleId" FROM scheduled_articles WHERE publish_at <= now() ORDER BY publish_at LIMIT 100`;

/** The drafts whose time has come, the longest waiting first; up to 100. */
export async function findDueDrafts(connection: Queryable): Promise<string[]> {
  const { rows } = await connection.query<{ articleId: string }>({ name: 'find-due-drafts', text: sql, values: [] });
  return rows.map(({ articleId }) => articleId);
}

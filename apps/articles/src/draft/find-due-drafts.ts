import type { Queryable } from '#postgres/shared-connection.js';

/** Drafts that are published in one turn. */
export const dueDraftsAtOnce = 100;

const sql = `
SELECT article_id AS "articleId" FROM scheduled_articles
WHERE publish_at <= now()
ORDER BY tried_at NULLS FIRST, publish_at LIMIT ${dueDraftsAtOnce}`;

/** The drafts whose time has come: those first that were never tried, then those that were tried longest ago. */
export async function findDueDrafts(connection: Queryable): Promise<string[]> {
  const { rows } = await connection.query<{ articleId: string }>({ name: 'find-due-drafts', text: sql, values: [] });
  return rows.map(({ articleId }) => articleId);
}

import type { Queryable } from '#postgres/shared-connection.js';

const sql = `SELECT data->>'authorId' AS "authorId" FROM events WHERE stream = $1 AND version = 1`;

/** The author of an article or draft; undefined if there is none such. */
export async function findAuthor(connection: Queryable, articleId: string): Promise<string | undefined> {
  const query = { name: 'find-author', text: sql, values: [`article-${articleId}`] };
  const { rows } = await connection.query<{ authorId: string }>(query);
  return rows[0]?.authorId;
}

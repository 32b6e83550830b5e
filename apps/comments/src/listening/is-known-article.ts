import type { Queryable } from '#postgres/shared-connection.js';

const sql = `SELECT FROM listening.known_article WHERE article_id = $1`;

/** Whether an article exists, by replicated data. */
export async function isKnownArticle(connection: Queryable, articleId: string): Promise<boolean> {
  const { rows } = await connection.query({ name: 'is-known-article', text: sql, values: [articleId] });
  return rows.length > 0;
}

import type { ClientBase } from 'pg';

const sql = `SELECT article_id FROM listening.known_article WHERE article_id = ANY($1::uuid[])`;

/** The requested articles that exist, by replicated data. */
export async function findKnownArticles(client: Pick<ClientBase, 'query'>, ids: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ article_id: string }>(sql, [ids]);
  return new Set(rows.map(({ article_id }) => article_id));
}

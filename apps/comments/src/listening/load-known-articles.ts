import type { ClientBase } from 'pg';
import type { KnownArticleRow } from './known-article.entity.js';

const sql = `
SELECT article_id AS "articleId", comments_closed AS "commentsClosed", section_id AS "sectionId", closing,
       to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt"
FROM listening.known_article WHERE article_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadKnownArticles(client: ClientBase, ids: string[]): Promise<Map<string, KnownArticleRow>> {
  const { rows } = await client.query<KnownArticleRow>({ name: 'load-known-articles', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}

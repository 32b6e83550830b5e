import type { ClientBase } from 'pg';
import type { WithdrawnArticleRow } from './withdrawn-article.entity.js';

const sql = `
INSERT INTO withdrawn_article (article_id, reason, withdrawn_at)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[])
ON CONFLICT (article_id) DO UPDATE SET reason = excluded.reason, withdrawn_at = excluded.withdrawn_at`;

/** Inserts or replaces rows, in one statement. */
export async function saveWithdrawnArticles(client: ClientBase, rows: WithdrawnArticleRow[]): Promise<void> {
  await client.query({
    name: 'save-withdrawn-articles',
    text: sql,
    values: [rows.map((row) => row.articleId), rows.map((row) => row.reason), rows.map((row) => row.withdrawnAt)],
  });
}

import type { ClientBase } from 'pg';
import type { KnownArticleRow } from './known-article.entity.js';

const sql = `
INSERT INTO listening.known_article (article_id, comments_closed, published_at, section_id, closing)
SELECT * FROM unnest($1::uuid[], $2::boolean[], $3::timestamptz[], $4::uuid[], $5::jsonb[])
ON CONFLICT (article_id) DO UPDATE SET comments_closed = excluded.comments_closed,
  published_at = excluded.published_at, section_id = excluded.section_id, closing = excluded.closing`;

/** Inserts or replaces rows, in one statement. */
export async function saveKnownArticles(client: ClientBase, rows: KnownArticleRow[]): Promise<void> {
  await client.query({
    name: 'save-known-articles',
    text: sql,
    values: [
      rows.map((row) => row.articleId),
      rows.map((row) => row.commentsClosed),
      rows.map((row) => row.publishedAt),
      rows.map((row) => row.sectionId),
      rows.map((row) => row.closing && JSON.stringify(row.closing)),
    ],
  });
}

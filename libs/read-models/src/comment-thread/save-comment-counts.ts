import type { ClientBase } from 'pg';
import type { CommentCountRow } from './comment-count.entity.js';

const sql = `
INSERT INTO comment_count (article_id, count, last_posted_at)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[])
ON CONFLICT (article_id) DO UPDATE SET count = excluded.count, last_posted_at = excluded.last_posted_at`;

/** Inserts or replaces rows, in one statement. */
export async function saveCommentCounts(client: ClientBase, rows: CommentCountRow[]): Promise<void> {
  await client.query({
    name: 'save-comment-counts',
    text: sql,
    values: [rows.map((row) => row.articleId), rows.map((row) => row.count), rows.map((row) => row.lastPostedAt)],
  });
}

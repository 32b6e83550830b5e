import type { ClientBase } from 'pg';
import type { CommentCountRow } from './comment-count.entity.js';

const sql = `
SELECT article_id AS "articleId", count,
       to_char(last_posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastPostedAt"
FROM comment_count WHERE article_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadCommentCounts(client: ClientBase, ids: string[]): Promise<Map<string, CommentCountRow>> {
  const { rows } = await client.query<CommentCountRow>({ name: 'load-comment-counts', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}

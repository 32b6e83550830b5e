import type { ClientBase } from 'pg';
import type { CommentStateRow } from './comment-state.entity.js';

const sql = `
SELECT comment_id::float8 AS "commentId", article_id AS "articleId", parent_id::float8 AS "parentId",
       person_id AS "personId", kind,
       to_char(posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "postedAt",
       imported, version, bytes, shown, held_because AS "heldBecause"
FROM comment_state WHERE comment_id = ANY($1::bigint[])`;

/** The existing rows of these ids, by id. */
export async function loadCommentStates(client: ClientBase, ids: string[]): Promise<Map<string, CommentStateRow>> {
  const { rows } = await client.query<CommentStateRow>({ name: 'load-comment-states', text: sql, values: [ids] });
  return new Map(rows.map((row) => [String(row.commentId), row]));
}

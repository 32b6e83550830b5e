import type { ClientBase } from 'pg';
import type { CommentStateRow } from './comment-state.entity.js';

/** The state of a comment, and when its present interval began, shown or not. */
export interface CommentStateNow extends CommentStateRow {
  since: string;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sql = `
SELECT state.comment_id::float8 AS "commentId", article_id AS "articleId", parent_id::float8 AS "parentId",
       person_id AS "personId", kind, ${iso('posted_at')} AS "postedAt",
       imported, state.version, bytes, shown, deleted, ${iso('shown_since')} AS "shownSince", held_because AS "heldBecause",
       ${iso('coalesce(interval."from", posted_at)')} AS since
FROM comment_state AS state
LEFT JOIN comment_shown AS interval ON interval.comment_id = state.comment_id AND interval.until IS NULL
WHERE state.comment_id = ANY($1::bigint[])`;

/** The existing rows of these ids, by id. */
export async function loadCommentStates(client: ClientBase, ids: string[]): Promise<Map<string, CommentStateNow>> {
  const { rows } = await client.query<CommentStateNow>({ name: 'load-comment-states', text: sql, values: [ids] });
  return new Map(rows.map((row) => [String(row.commentId), row]));
}

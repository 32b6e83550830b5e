import type { ClientBase } from 'pg';
import type { CommentShownRow } from './comment-shown.entity.js';

const sql = `
SELECT comment_id::float8 AS "commentId",
       to_char("from" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "from",
       NULL AS until, version, why
FROM comment_shown WHERE comment_id = ANY($1::bigint[]) AND until IS NULL`;

/** The open interval of each of these comments that has one, by the comment's id. */
export async function loadOpenIntervals(client: ClientBase, ids: string[]): Promise<Map<string, CommentShownRow[]>> {
  const { rows } = await client.query<CommentShownRow>({ name: 'load-open-intervals', text: sql, values: [ids] });
  return new Map(rows.map((row) => [String(row.commentId), [row]]));
}

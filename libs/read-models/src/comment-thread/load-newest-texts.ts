import type { ClientBase } from 'pg';
import type { CommentTextRow } from './comment-text.entity.js';

const sql = `
SELECT comment_id::float8 AS "commentId", version, name, website, body, body_html AS "bodyHtml", format, renderer,
       to_char(edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "editedAt", deleted_by AS "deletedBy"
FROM comment_state JOIN comment_text USING (comment_id, version) WHERE comment_id = ANY($1::bigint[])`;

/** The newest text of each of these comments that there are, by the comment's id. */
export async function loadNewestTexts(client: ClientBase, ids: string[]): Promise<Map<string, CommentTextRow[]>> {
  const { rows } = await client.query<CommentTextRow>({ name: 'load-newest-texts', text: sql, values: [ids] });
  return new Map(rows.map((row) => [String(row.commentId), [row]]));
}

import type { ClientBase } from 'pg';
import { pipelined } from '#postgres/pipelined.js';
import { bytesOfText } from './bytes-of-text.js';
import { erasedComment } from './erased-comment.js';

const sql = `
WITH comment AS (
  UPDATE comment_state SET bytes = CASE WHEN deleted THEN bytes ELSE $7 END WHERE person_id = ANY($1::uuid[])
  RETURNING comment_id
)
UPDATE comment_text AS written SET name = $2, website = $3, body = $4, body_html = $5, format = $6
FROM comment WHERE written.comment_id = comment.comment_id AND deleted_by IS NULL`;

// The table of the version before, kept for its gateways; nothing writes new rows to it.
const sqlBefore = 'DELETE FROM comment_thread WHERE person_id = ANY($1::uuid[])';

/** Overwrites every version of everything that these people wrote; what stands for a deleted comment is nobody's text. */
export async function scrubComments(client: ClientBase, personIds: string[]): Promise<void> {
  const { name, website, body, bodyHtml, format } = erasedComment;
  const values = [personIds, name, website, body, bodyHtml, format, bytesOfText(erasedComment)];
  await pipelined([client.query({ name: 'scrub-comments', text: sql, values }), client.query(sqlBefore, [personIds])]);
}

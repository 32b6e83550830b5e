import type { ClientBase } from 'pg';
import { pipelined } from '#postgres/pipelined.js';
import { bytesOfText } from './bytes-of-text.js';
import { erasedComment } from './erased-comment.js';

const sql = `
WITH comment AS (
  UPDATE comment_state SET bytes = $7 WHERE person_id = ANY($1::uuid[]) RETURNING comment_id
)
UPDATE comment_text AS written SET name = $2, website = $3, body = $4, body_html = $5, format = $6
FROM comment WHERE written.comment_id = comment.comment_id`;

// The table of the version before, kept for its gateways; nothing writes new rows to it.
const sqlBefore = 'DELETE FROM comment_thread WHERE person_id = ANY($1::uuid[])';

/** Overwrites every version of everything that these people wrote. */
export async function scrubComments(client: ClientBase, personIds: string[]): Promise<void> {
  const { name, website, body, bodyHtml, format } = erasedComment;
  const values = [personIds, name, website, body, bodyHtml, format, bytesOfText(erasedComment)];
  await pipelined([client.query({ name: 'scrub-comments', text: sql, values }), client.query(sqlBefore, [personIds])]);
}

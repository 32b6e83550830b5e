import type { ClientBase } from 'pg';
import { erasedComment } from './erased-comment.js';

const sql = `
UPDATE read_v1.comment_text AS written SET name = $2, website = $3, body = $4, body_html = $5, format = $6
FROM read_v1.comment_state AS comment
WHERE comment.person_id = ANY($1::uuid[]) AND written.comment_id = comment.comment_id`;

/** Overwrites all that these people wrote, in every version. */
export async function scrubComments(client: ClientBase, personIds: string[]): Promise<void> {
  const { name, website, body, bodyHtml, format } = erasedComment;
  const values = [personIds, name, website, body, bodyHtml, format];
  await client.query({ name: 'scrub-comments', text: sql, values });
}

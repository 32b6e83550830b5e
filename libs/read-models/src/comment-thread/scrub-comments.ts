import type { ClientBase } from 'pg';
import { erasedComment } from './erased-comment.js';

const sql = `
UPDATE read_v1.comment_thread SET name = $2, website = $3, body = $4, body_html = $5, format = $6
WHERE person_id = ANY($1::uuid[])`;

/** Overwrites all that these people wrote. */
export async function scrubComments(client: ClientBase, personIds: string[]): Promise<void> {
  const { name, website, body, bodyHtml, format } = erasedComment;
  const values = [personIds, name, website, body, bodyHtml, format];
  await client.query({ name: 'scrub-comments', text: sql, values });
}

import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import type { Pool } from 'pg';
import type { Sized } from './cut-page.js';

/** Maximal bytes of a comment's JSON without its texts. */
const frame = 1_000;

/** Postgres escapes JSON slowly, so comments that will not be on the page are not measured. */
const atOnce = 50;

const sql = `
SELECT comment_id AS id,
       ${frame} + octet_length(to_json(body)::text) + octet_length(to_json(body_html)::text)
       + octet_length(to_json(name)::text) + coalesce(octet_length(to_json(website)::text), 0) AS bytes
FROM ${currentComments} AS comment WHERE comment_id = ANY($1::bigint[]) 
ORDER BY array_position($1::bigint[], comment_id)`;

/**
 * The maximal size of each comment as JSON, in bytes, in the order of the ids.
 * @param most bytes; once the comments have more, no further ones are measured.
 */
export async function readCommentSizes(pool: Pool, ids: readonly string[], most: number): Promise<Sized[]> {
  const sizes: Sized[] = [];
  let bytes = 0;
  for (let at = 0; at < ids.length && bytes <= most; at += atOnce) {
    const query = { name: 'read-comment-sizes', text: sql, values: [ids.slice(at, at + atOnce)] };
    const { rows } = await pool.query<Sized>(query);
    sizes.push(...rows);
    bytes += rows.reduce((sum, row) => sum + row.bytes, 0);
  }
  return sizes;
}

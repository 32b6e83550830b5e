import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import type { Pool } from 'pg';
import type { Sized } from './cut-page.js';

/** Bytes of a comment's JSON beside its texts, at most. */
const frame = 1_000;

/** Postgres writes JSON's escapes slowly: what will not be on the page is not measured. */
const atOnce = 50;

const sql = `
SELECT comment_id AS id,
       ${frame} + octet_length(to_json(body)::text) + octet_length(to_json(body_html)::text)
       + octet_length(to_json(name)::text) + coalesce(octet_length(to_json(website)::text), 0) AS bytes
FROM ${currentComments} AS comment WHERE comment_id = ANY($1::bigint[]) ORDER BY posted_at, comment_id`;

/**
 * How many bytes each comment has as JSON, at most.
 * @param ids in the order of time.
 * @param most bytes; what stands behind as many is left out.
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

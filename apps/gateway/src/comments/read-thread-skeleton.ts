import { articleBySlug } from '#read-models/article-page/article-by-slug.sql.js';
import type { Pool } from 'pg';
import type { ReadSkeleton } from './page-in-order.js';

/** Bytes of a comment: its id, its parent's, and the length of its texts. */
const width = 20;

// An index alone has all of it, in the order of time. One value of bytes in place of rows: 50,000 comments are 1 MB.
const sql = `
SELECT (
  SELECT string_agg(int8send(comment_id) || int8send(coalesce(parent_id, 0)) || int4send(bytes), ''::bytea
                    ORDER BY posted_at, comment_id)
  FROM (SELECT comment_id, parent_id, bytes, posted_at FROM comment_state
        WHERE article_id = page.article_id AND shown
        UNION ALL
        SELECT comment_id, parent_id, bytes, posted_at FROM comment_state
        WHERE comment_id = $2::bigint AND article_id = page.article_id AND NOT shown) AS one
) AS packed, (
  SELECT NOT shown FROM comment_state WHERE comment_id = $2::bigint AND article_id = page.article_id
) AS "isHidden"
FROM ${articleBySlug('$1')} AS page`;

/**
 * The shown comments of an article without their texts, ordered by time; and one more that need not be shown, if it is of
 * that article. Undefined if no article has the slug.
 */
export async function readThreadSkeleton(pool: Pool, slug: string, one?: number): Promise<ReadSkeleton | undefined> {
  const query = { name: 'read-thread-skeleton', text: sql, values: [slug, one ?? null] };
  const { rows } = await pool.query<{ packed: Buffer | null; isHidden: boolean | null }>(query);
  const [row] = rows;
  if (row === undefined) return undefined;
  const packed = row.packed ?? Buffer.alloc(0);
  const length = packed.length / width;
  // Exact: no id has more than 53 bits.
  const number = (at: number) => packed.readUInt32BE(at) * 2 ** 32 + packed.readUInt32BE(at + 4);
  return {
    ids: Float64Array.from({ length }, (_, place) => number(place * width)),
    parents: Float64Array.from({ length }, (_, place) => number(place * width + 8)),
    bytes: Uint32Array.from({ length }, (_, place) => packed.readUInt32BE(place * width + 16)),
    hidden: row.isHidden === true ? one : undefined,
  };
}

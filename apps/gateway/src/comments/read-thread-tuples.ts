import type { Pool } from 'pg';

/** All as Postgres writes it, the time in UTC. Without an id: an empty thread. */
export type ThreadTuple = [
  id: string | null,
  parentId: string | null,
  personId: string,
  kind: 'guest' | 'account',
  name: string,
  website: string | null,
  body: string,
  bodyHtml: string,
  format: string,
  at: string,
];

const sql = `
SELECT comment.comment_id, comment.parent_id, comment.person_id, comment.kind, comment.name, comment.website,
       comment.body, comment.body_html, comment.format, comment.posted_at::text
FROM read_v1.article_page AS page
LEFT JOIN read_v1.comment_thread AS comment ON comment.article_id = page.article_id AND comment.held_because IS NULL
WHERE page.slug = $1
ORDER BY comment.posted_at, comment.comment_id`;

/**
 * The thread of an article in the order of time, in the form that is cheapest to make JSON of: text, as Postgres sends
 * it. The session's time zone must be UTC. Undefined when no article has the slug.
 */
export async function readThreadTuples(pool: Pool, slug: string): Promise<ThreadTuple[] | undefined> {
  const query = { name: 'read-thread-tuples', text: sql, values: [slug], rowMode: 'array' as const };
  const { rows } = await pool.query<ThreadTuple>(query);
  return rows.length === 0 ? undefined : rows;
}

import { authorSql, type CommentNames } from '#read-models/comment-thread/author.sql.js';
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
  following: 'true' | 'false',
];

interface Reading {
  names: CommentNames;
  /** Whose follows count; undefined: nobody's. */
  viewerId?: string | undefined;
}

function statementOf(names: CommentNames, forViewer: boolean): { name: string; text: string } {
  const { joins, id, kind, name } = authorSql(names);
  // In a statement of its own: for whoever is not signed in nothing is looked up. Read once, not for each comment.
  const following = forViewer
    ? `${id} IN (SELECT followed_id FROM read_v1.following WHERE follower_id = $2 AND follows)`
    : 'false';
  const text = `
SELECT comment.comment_id, comment.parent_id, ${id}, ${kind}, ${name}, comment.website,
       comment.body, comment.body_html, comment.format, comment.posted_at::text, (${following})::text
FROM read_v1.article_page AS page
LEFT JOIN read_v1.comment_thread AS comment ON comment.article_id = page.article_id AND comment.held_because IS NULL
${joins}
WHERE page.slug = $1
ORDER BY comment.posted_at, comment.comment_id`;
  return { name: `read-thread-tuples-${names}${forViewer ? '-for-viewer' : ''}`, text };
}

// Made once: this is the hottest statement of all.
const statements = {
  'as-posted': { anybody: statementOf('as-posted', false), viewer: statementOf('as-posted', true) },
  current: { anybody: statementOf('current', false), viewer: statementOf('current', true) },
};

/**
 * The thread of an article in the order of time, in the form that is cheapest to make JSON of: text, as Postgres sends
 * it. The session's time zone must be UTC. Undefined when no article has the slug.
 */
export async function readThreadTuples(
  pool: Pool,
  slug: string,
  { names, viewerId }: Reading,
): Promise<ThreadTuple[] | undefined> {
  const forViewer = viewerId !== undefined;
  const { rows } = await pool.query<ThreadTuple>({
    ...statements[names][forViewer ? 'viewer' : 'anybody'],
    values: forViewer ? [slug, viewerId] : [slug],
    rowMode: 'array' as const,
  });
  return rows.length === 0 ? undefined : rows;
}

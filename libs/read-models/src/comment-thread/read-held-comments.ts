import type { Pool } from 'pg';
import type { HeldBecause } from '#contracts/comments/comment.events.js';
import { isWithdrawn } from '../withdrawn-article/is-withdrawn.sql.js';
import { textsOf } from './current-comments.sql.js';
import { threadSql, toThreadComment, type ThreadComment, type ThreadRow } from './thread-comment.sql.js';

interface Held {
  heldBecause: HeldBecause;
  /** Null while the article is not projected yet. */
  slug: string | null;
  title: string | null;
}

export type HeldComment = ThreadComment & Held;

/** Maximal bytes of the texts of a page; a larger comment is sent alone. */
export const maxBytesOfHeld = 1_000_000;

// With the names they were posted under, because a moderator judges what was written.
const { columns, joins } = threadSql('as-posted');

const sqlPage = `SELECT ${columns}, comment.held_because AS "heldBecause", page.slug, page.title
FROM (SELECT *, sum(bytes) OVER (ORDER BY posted_at, comment_id) AS so_far FROM (
        SELECT * FROM comment_state
        WHERE held_because IS NOT NULL AND NOT ${isWithdrawn('comment_state.article_id')} ORDER BY posted_at, comment_id LIMIT $1 OFFSET $2) AS page ${textsOf('page')}
     ) AS comment
${joins}
LEFT JOIN article_page AS page USING (article_id)
WHERE comment.so_far <= ${maxBytesOfHeld} OR comment.so_far = comment.bytes
ORDER BY comment.posted_at, comment.comment_id`;

const sqlTotal = `SELECT count(*)::int AS total FROM comment_state
WHERE held_because IS NOT NULL AND NOT ${isWithdrawn('comment_state.article_id')}`;

/**
 * A page of held comments of articles on the site, the oldest first, and the number of all. It has fewer than requested if their texts exceed
 * {@link maxBytesOfHeld}.
 */
export async function readHeldComments(
  pool: Pool,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ comments: HeldComment[]; commentsCount: number }> {
  const [page, total] = await Promise.all([
    pool.query<ThreadRow & Held>({ name: 'read-held-comments', text: sqlPage, values: [limit, offset] }),
    pool.query<{ total: number }>({ name: 'count-held-comments', text: sqlTotal }),
  ]);
  const comments = page.rows.map((row) => ({ ...row, ...toThreadComment(row) }));
  return { comments, commentsCount: total.rows[0]?.total ?? 0 };
}

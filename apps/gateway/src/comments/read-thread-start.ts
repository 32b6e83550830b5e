import { articleBySlug } from '#read-models/article-page/article-by-slug.sql.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import type { Pool } from 'pg';
import { mostBytesAtOnce } from '../answers/big-answers.js';
import { mostBytesInAnswer } from './thread-limits.js';
import type { ThreadTuple } from './thread-tuple.js';
import { threadTupleSql } from './thread-tuples.sql.js';

/** Where a page of a thread begins, and how long it may be. */
export interface ThreadPage {
  /** Behind this place. */
  after: { postedAt: string; commentId: string };
  /** Comments. */
  limit: number;
}

export interface ThreadReading {
  names: CommentNames;
  /** Whose follows count; undefined: nobody's. */
  viewerId?: string | undefined;
}

/** The beginning of a page, and what else there is. */
export interface ThreadStart {
  /** The first comments: as many as fit {@link mostBytesAtOnce}; none where the first alone does not. */
  tuples: ThreadTuple[];
  /** Ids of those behind: what may fit the page, and one more where the thread goes on. */
  rest: string[];
}

// Texts stay in the table until it is known that they fit: how many bytes they have stands beside them.
function statementOf(names: CommentNames, forViewer: boolean) {
  const { columns, joins } = threadTupleSql(names, {
    viewer: forViewer ? '$5' : undefined,
    text: (column) => `CASE WHEN so_far <= ${mostBytesAtOnce} THEN ${column} END`,
  });
  const text = `
SELECT ${columns}
FROM ${articleBySlug('$1')} AS page
LEFT JOIN LATERAL (
  SELECT * FROM (
    SELECT *, row_number() OVER thread AS place, sum(bytes) OVER thread AS so_far FROM (
      SELECT * FROM comment_state
      WHERE article_id = page.article_id AND shown
        AND (posted_at, comment_id) > ($2::timestamptz, $3::bigint)
      ORDER BY posted_at, comment_id LIMIT $4::int) AS one
    WINDOW thread AS (ORDER BY posted_at, comment_id ROWS UNBOUNDED PRECEDING)) AS counted
  JOIN comment_text USING (comment_id, version)
  WHERE so_far - bytes <= ${mostBytesInAnswer} OR place = 2
) AS comment ON true
${joins}
ORDER BY comment.posted_at, comment.comment_id`;
  return { name: `read-thread-start-${names}${forViewer ? '-for-viewer' : ''}`, text };
}

type Row = ThreadTuple | [id: string | null, ...unknown[]];

/**
 * The first comments of a page of a thread, in the order of time, in the same form as `readShortThread` gives them.
 * Undefined when no article has the slug.
 */
export async function readThreadStart(
  pool: Pool,
  slug: string,
  { names, viewerId }: ThreadReading,
  { after, limit }: ThreadPage,
): Promise<ThreadStart | undefined> {
  const { rows } = await pool.query<Row>({
    ...statementOf(names, viewerId !== undefined),
    values: [slug, after.postedAt, after.commentId, limit + 1, ...(viewerId === undefined ? [] : [viewerId])],
    rowMode: 'array' as const,
  });
  if (rows.length === 0) return undefined;
  if (rows[0]?.[0] === null) return { tuples: [], rest: [] };
  const end = rows.findIndex((row, index) => row[6] === null || index === limit);
  const fitting = end < 0 ? rows.length : end;
  return { tuples: rows.slice(0, fitting) as ThreadTuple[], rest: rows.slice(fitting).map(([id]) => String(id)) };
}

import { articleBySlug } from '#read-models/article-page/article-by-slug.sql.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import type { Pool } from 'pg';
import { maxBytesAtOnce } from '../answers/big-answers.js';
import { maxBytesInAnswer } from './thread-limits.js';
import type { ThreadTuple } from './thread-tuple.js';
import { threadTupleSql } from './thread-tuples.sql.js';

/** The start of a page of a thread, and its maximal length. */
export interface ThreadPage {
  /** The page begins after this position. */
  after: { postedAt: string; commentId: string };
  /** Maximal number of comments. */
  limit: number;
}

export interface ThreadReading {
  names: CommentNames;
  /** The person whose follows are shown; undefined: none. */
  viewerId?: string | undefined;
}

/** The beginning of a page, and the ids of the rest. */
export interface ThreadStart {
  /** The first comments, as many as fit in {@link maxBytesAtOnce}; none if the first alone does not. */
  tuples: ThreadTuple[];
  /** Ids of the comments after those: as many as may fit on the page, and one more if the thread continues. */
  rest: string[];
}

// Texts are not read before it is known that they fit: their size is a column beside them.
function statementOf(names: CommentNames, forViewer: boolean) {
  const { columns, joins } = threadTupleSql(names, {
    viewer: forViewer ? '$5' : undefined,
    text: (column) => `CASE WHEN so_far <= ${maxBytesAtOnce} THEN ${column} END`,
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
  WHERE so_far - bytes <= ${maxBytesInAnswer} OR place = 2
) AS comment ON true
${joins}
ORDER BY comment.posted_at, comment.comment_id`;
  return { name: `read-thread-start-${names}${forViewer ? '-for-viewer' : ''}`, text };
}

type Row = ThreadTuple | [id: string | null, ...unknown[]];

/**
 * The first comments of a page of a thread, ordered by time, in the form of `readShortThread`. Undefined if no article
 * has the slug.
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

import { articleBySlug } from '#read-models/article-page/article-by-slug.sql.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import type { Pool } from 'pg';
import { maxBytesAtOnce } from '../answers/big-answers.js';
import type { ThreadReading } from './read-thread-start.js';
import { maxCommentsInAnswer } from './thread-limits.js';
import type { ThreadTuple } from './thread-tuple.js';
import { threadTupleSql } from './thread-tuples.sql.js';

// An index alone tells whether the thread is short; its texts are not read for that.
function statementOf(names: CommentNames, forViewer: boolean) {
  const { columns, joins } = threadTupleSql(names, {
    viewer: forViewer ? '$2' : undefined,
    id: 'CASE WHEN page.short_id IS NULL THEN 0 ELSE comment.comment_id END',
  });
  const text = `
WITH page AS MATERIALIZED (
  SELECT CASE WHEN (
    SELECT count(*) <= ${maxCommentsInAnswer} AND coalesce(sum(bytes) <= ${maxBytesAtOnce}, true) FROM (
      SELECT bytes FROM comment_state AS comment
      WHERE comment.article_id = article.article_id AND shown
      LIMIT ${maxCommentsInAnswer + 1}) AS first
  ) THEN article_id END AS short_id FROM ${articleBySlug('$1')} AS article
)
SELECT ${columns}
FROM page
LEFT JOIN ${currentComments} AS comment ON comment.article_id = page.short_id AND comment.shown
${joins}
ORDER BY comment.posted_at, comment.comment_id`;
  return { name: `read-short-thread-${names}${forViewer ? '-for-viewer' : ''}`, text };
}

// Built once, because this is the hottest statement.
const statements = {
  'as-posted': { anybody: statementOf('as-posted', false), viewer: statementOf('as-posted', true) },
  current: { anybody: statementOf('current', false), viewer: statementOf('current', true) },
};

/**
 * A whole thread ordered by time, if it has at most {@link maxCommentsInAnswer} comments and {@link maxBytesAtOnce}
 * of text. Its values are text as Postgres sends it, because that is the cheapest to make JSON of.
 * @returns 'long' for any other; undefined if no article has the slug.
 */
export async function readShortThread(
  pool: Pool,
  slug: string,
  { names, viewerId }: ThreadReading,
): Promise<ThreadTuple[] | 'long' | undefined> {
  const forViewer = viewerId !== undefined;
  const { rows } = await pool.query<ThreadTuple | [id: null]>({
    ...statements[names][forViewer ? 'viewer' : 'anybody'],
    values: forViewer ? [slug, viewerId] : [slug],
    rowMode: 'array' as const,
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  if (first[0] === null) return [];
  return first[0] === '0' ? 'long' : (rows as ThreadTuple[]);
}

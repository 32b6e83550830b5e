import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import type { Pool } from 'pg';
import type { ThreadReading } from './read-thread-start.js';
import type { ThreadTuple } from './thread-tuple.js';
import { threadTupleSql } from './thread-tuples.sql.js';

function sqlOf(names: CommentNames, viewer: string | undefined): string {
  const { columns, joins } = threadTupleSql(names, { viewer });
  return `SELECT ${columns} FROM ${currentComments} AS comment ${joins}
WHERE comment.comment_id = ANY($1::bigint[]) AND comment.shown`;
}

/** Comments by their numbers, in the order of these, without those that are no longer shown. */
export async function readThreadTuples(
  pool: Pool,
  ids: readonly string[],
  { names, viewerId }: ThreadReading,
): Promise<ThreadTuple[]> {
  const viewer = viewerId === undefined ? undefined : '$2';
  const { rows } = await pool.query<ThreadTuple>({
    name: `read-thread-tuples-${names}${viewer ? '-for-viewer' : ''}`,
    text: sqlOf(names, viewer),
    values: [ids, ...(viewerId === undefined ? [] : [viewerId])],
    rowMode: 'array' as const,
  });
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.sort(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

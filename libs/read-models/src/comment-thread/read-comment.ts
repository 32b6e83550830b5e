import type { Queryable } from '#postgres/shared-connection.js';
import type { CommentNames } from './author.sql.js';
import { currentComments } from './current-comments.sql.js';
import { threadSql, toThreadComment, type ThreadComment, type ThreadRow } from './thread-comment.sql.js';

const sql = ({ columns, joins }: ReturnType<typeof threadSql>) => `SELECT ${columns},
  comment.held_because IS NOT NULL AS held
FROM ${currentComments} AS comment ${joins} WHERE comment.comment_id = $1`;

/** One comment by its number, shown or held. */
export async function readComment(
  connection: Queryable,
  commentId: number,
  names: CommentNames = 'as-posted',
): Promise<(ThreadComment & { held: boolean }) | undefined> {
  const query = { name: `read-comment-${names}`, text: sql(threadSql(names)), values: [commentId] };
  const { rows } = await connection.query<ThreadRow & { held: boolean }>(query);
  const [row] = rows;
  return row && { ...toThreadComment(row), held: row.held };
}

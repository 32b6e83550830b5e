import { defaultEditMinutes } from '#contracts/site/site.events.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { CommentNames } from './author.sql.js';
import { currentComments } from './current-comments.sql.js';
import { threadSql, toThreadComment, type ThreadComment, type ThreadRow } from './thread-comment.sql.js';

const sql = ({ columns, joins }: ReturnType<typeof threadSql>) => `SELECT ${columns},
  comment.held_because IS NOT NULL AS held,
  comment.posted_at + make_interval(mins => coalesce((SELECT edit_minutes FROM site_identity LIMIT 1),
                                                     ${defaultEditMinutes})) AS "editableUntil"
FROM ${currentComments} AS comment ${joins} WHERE comment.comment_id = $1`;

interface Beside {
  held: boolean;
  /** Until then its author can change it, unless it is deleted. */
  editableUntil: Date;
}

/** One comment by its number, shown or held; what is deleted has no text. */
export async function readComment(
  connection: Queryable,
  commentId: number,
  names: CommentNames = 'as-posted',
): Promise<(ThreadComment & Beside) | undefined> {
  const query = { name: `read-comment-${names}`, text: sql(threadSql(names)), values: [commentId] };
  const { rows } = await connection.query<ThreadRow & Beside>(query);
  const [row] = rows;
  return row && { ...row, ...toThreadComment(row) };
}

import type { BodyFormat } from '#contracts/body-format.js';
import type { Pool } from 'pg';
import { authorSql, type CommentNames } from './author.sql.js';

export interface ThreadComment {
  commentId: number;
  parentId: number | null;
  personId: string;
  kind: 'guest' | 'account';
  name: string;
  website: string | null;
  body: string;
  bodyHtml: string;
  format: BodyFormat;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * Of `comment_thread AS comment` and the joins beside. Numbers are float8: exact far beyond any comment, and parsed as
 * numbers.
 */
export function threadSql(names: CommentNames): { columns: string; joins: string } {
  const { joins, id, kind, name } = authorSql(names);
  const columns = `
  comment.comment_id::float8 AS "commentId", comment.parent_id::float8 AS "parentId", ${id} AS "personId",
  ${kind} AS kind, ${name} AS name, comment.website, comment.body, comment.body_html AS "bodyHtml", comment.format,
  comment.posted_at AS "createdAt"`;
  return { columns, joins };
}

export type ThreadRow = Omit<ThreadComment, 'updatedAt'>;

export const toThreadComment = (row: ThreadRow): ThreadComment => ({ ...row, updatedAt: row.createdAt });

const sql = ({ columns, joins }: ReturnType<typeof threadSql>) => `SELECT ${columns}
FROM read_v1.article_page AS page
LEFT JOIN read_v1.comment_thread AS comment ON comment.article_id = page.article_id AND comment.held_because IS NULL
${joins}
WHERE page.slug = $1
ORDER BY comment.posted_at, comment.comment_id`;

/** All that an article shows, in the order of time; undefined when no article has the slug. */
export async function readCommentThread(
  pool: Pool,
  slug: string,
  names: CommentNames = 'as-posted',
): Promise<ThreadComment[] | undefined> {
  const { rows } = await pool.query<ThreadRow | { commentId: null }>({
    name: `read-comment-thread-${names}`,
    text: sql(threadSql(names)),
    values: [slug],
  });
  if (rows.length === 0) return undefined;
  return rows.flatMap((row) => (row.commentId === null ? [] : [toThreadComment(row)]));
}

import { authorSql, type CommentNames } from '#read-models/comment-thread/author.sql.js';

interface TupleParts {
  /** The parameter for the person whose follows are shown; undefined: none, and nothing is looked up. */
  viewer: string | undefined;
  /** The expression for the comment's number. */
  id?: string;
  /** The expression for a text. */
  text?: (column: string) => string;
}

// Times are whole milliseconds, which a double holds exactly, so the product is rounded to the right one.
const milliseconds = (time: string) => `(date_part('epoch', ${time}) * 1000)::bigint`;

/** The columns of a `ThreadTuple`, of `currentComments AS comment` and the joins beside. */
export function threadTupleSql(names: CommentNames, parts: TupleParts): { columns: string; joins: string } {
  const { viewer, id = 'comment.comment_id', text = (column) => column } = parts;
  const author = authorSql(names);
  // One look-up for each account, so a thread costs the same however many the caller follows. Guests have no followers.
  const following = viewer
    ? `CASE WHEN ${author.kind} = 'account' THEN coalesce((SELECT follows FROM following
         WHERE follower_id = ${viewer} AND followed_id = ${author.id}), false) ELSE false END`
    : 'false';
  const columns = `
  ${id}, comment.parent_id, ${author.id}, ${author.kind}, ${author.name}, comment.website,
  ${text('comment.body')}, ${text('comment.body_html')}, comment.format,
  ${milliseconds('comment.posted_at')}, (${following})::text, ${author.role},
  ${milliseconds('coalesce(comment.shown_since, comment.posted_at)')},
  ${milliseconds('comment.edited_at')}, comment.deleted_by`;
  return { columns, joins: author.joins };
}

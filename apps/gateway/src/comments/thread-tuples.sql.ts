import { authorSql, type CommentNames } from '#read-models/comment-thread/author.sql.js';

interface TupleParts {
  /** The parameter whose follows count; undefined: nobody's, and nothing is looked up. */
  viewer: string | undefined;
  /** What stands for the comment's number. */
  id?: string;
  /** What stands for a text. */
  text?: (column: string) => string;
}

// Times have whole milliseconds, and so many of them a double holds exactly: its product is rounded to the right one.
/** The columns of a `ThreadTuple`, of `currentComments AS comment` and the joins beside. */
export function threadTupleSql(names: CommentNames, parts: TupleParts): { columns: string; joins: string } {
  const { viewer, id = 'comment.comment_id', text = (column) => column } = parts;
  const author = authorSql(names);
  // A look-up for each account: who follows very many costs a thread no more than who follows few. Guests have no followers.
  const following = viewer
    ? `CASE WHEN ${author.kind} = 'account' THEN coalesce((SELECT follows FROM following
         WHERE follower_id = ${viewer} AND followed_id = ${author.id}), false) ELSE false END`
    : 'false';
  const columns = `
  ${id}, comment.parent_id, ${author.id}, ${author.kind}, ${author.name}, comment.website,
  ${text('comment.body')}, ${text('comment.body_html')}, comment.format,
  (date_part('epoch', comment.posted_at) * 1000)::bigint, (${following})::text`;
  return { columns, joins: author.joins };
}

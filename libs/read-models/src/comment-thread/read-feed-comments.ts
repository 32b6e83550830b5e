import type { Pool } from 'pg';
import type { CommentNames } from './author.sql.js';
import { threadSql } from './thread-comment.sql.js';

/** Comments of a thread's feed. */
export const maxCommentsInFeed = 50;

/** Bytes of their texts and HTML: a comment that does not fit is left out, with those before it. */
export const maxCommentBytesInFeed = 250_000;

export interface FeedComment {
  commentId: number;
  name: string;
  bodyHtml: string;
  createdAt: Date;
  shownAt: Date;
  /** When its text was changed last. */
  editedAt: Date | null;
}

// The first is there however large it is, so that a feed is not empty.
const sqlOf = (names: CommentNames) => {
  const { columns, joins } = threadSql(names);
  return `SELECT ${columns}
FROM (SELECT *, sum(bytes) OVER newest AS so_far, row_number() OVER newest AS place
      FROM (SELECT * FROM comment_state WHERE article_id = $1 AND shown AND NOT deleted
            ORDER BY posted_at DESC, comment_id DESC LIMIT ${maxCommentsInFeed}) AS one
      WINDOW newest AS (ORDER BY posted_at DESC, comment_id DESC)) AS state
JOIN LATERAL (SELECT state.*, text.name, text.website, text.body, text.body_html, text.format, text.edited_at,
  text.deleted_by FROM comment_text AS text
  WHERE text.comment_id = state.comment_id AND text.version = state.version
    AND (state.so_far <= ${maxCommentBytesInFeed} OR state.place = 1)) AS comment ON true
${joins}
ORDER BY comment.posted_at DESC, comment.comment_id DESC`;
};

/** The newest comments of an article that readers see. */
export async function readFeedComments(pool: Pool, articleId: string, names: CommentNames): Promise<FeedComment[]> {
  const query = { name: `read-feed-comments-${names}`, text: sqlOf(names), values: [articleId] };
  return (await pool.query<FeedComment>(query)).rows;
}

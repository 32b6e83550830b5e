import type { Queryable } from '#postgres/shared-connection.js';
import type { ActivityKind } from './article-activity.entity.js';

export interface ArticleActivity {
  articleId: string;
  sequence: number;
  kind: ActivityKind;
  commentId: number | null;
  /** Comments that readers see now. */
  commentsCount: number;
}

// Of one article, what has a later sequence is never visible before what has an earlier one.
const sql = `
SELECT news.article_id AS "articleId", news.sequence::float8 AS sequence, news.kind,
       news.comment_id::float8 AS "commentId", coalesce(comments.count, 0) AS "commentsCount"
FROM unnest($1::uuid[], $2::bigint[]) AS followed (article_id, up_to)
CROSS JOIN LATERAL (
  SELECT * FROM article_activity AS activity
  WHERE activity.article_id = followed.article_id AND sequence > followed.up_to ORDER BY sequence LIMIT $3) AS news
LEFT JOIN comment_count AS comments ON comments.article_id = news.article_id
ORDER BY news.sequence`;

/**
 * What has become visible of these articles, oldest first.
 * @param upTo of each article the sequence behind which it is wanted; @param most of each
 */
export async function readArticleActivity(
  connection: Queryable,
  upTo: ReadonlyMap<string, number>,
  most: number,
): Promise<ArticleActivity[]> {
  const values = [[...upTo.keys()], [...upTo.values()], most];
  return (await connection.query<ArticleActivity>({ name: 'read-article-activity', text: sql, values })).rows;
}

import type { ClientBase } from 'pg';
import { activityKeptMinutes } from './activity-kept-minutes.js';
import type { ActivityKind } from './article-activity.entity.js';
import { microsecondsNow, nextSequence } from './sequence.sql.js';

export interface ActivityChange {
  kind: ActivityKind;
  commentId: number | null;
  /** ISO 8601 in UTC. */
  recordedAt: string;
}

/** A change of an article that readers see, and its activity if it is news. */
export interface ArticleChanges {
  articleId: string;
  news: ActivityChange[];
}

// Heads are locked in the order of their ids until the transaction ends. So transactions do not deadlock, and a later
// sequence is never visible before an earlier one.
const sql = `
WITH head AS (
  INSERT INTO article_head AS head (article_id, sequence)
  SELECT article_id, ${microsecondsNow} FROM unnest($1::uuid[]) AS changed (article_id) ORDER BY article_id
  ON CONFLICT (article_id) DO UPDATE SET sequence = ${nextSequence('head', '$2')}
  RETURNING article_id, sequence
)
INSERT INTO article_activity (article_id, sequence, kind, comment_id)
SELECT article_id, head.sequence - before_last, kind, comment_id
FROM unnest($3::uuid[], $4::int[], $5::text[], $6::bigint[], $7::timestamptz[])
  AS news (article_id, before_last, kind, comment_id, recorded_at)
JOIN head USING (article_id)
WHERE recorded_at > now() - interval '${activityKeptMinutes} minutes'`;

/**
 * Raises the heads of these articles and stores the news, in one statement. It locks heads that other partitions raise
 * too, so it comes last in its transaction.
 */
export async function saveArticleActivity(client: ClientBase, rows: ArticleChanges[]): Promise<void> {
  const news = rows.flatMap(({ articleId, news: each }) =>
    each.map((change, at) => ({ articleId, beforeLast: each.length - 1 - at, ...change })),
  );
  const steps = Math.max(1, ...rows.map((row) => row.news.length));
  await client.query({
    name: 'save-article-activity',
    text: sql,
    values: [
      rows.map(({ articleId }) => articleId),
      steps,
      news.map(({ articleId }) => articleId),
      news.map(({ beforeLast }) => beforeLast),
      news.map(({ kind }) => kind),
      news.map(({ commentId }) => commentId),
      news.map(({ recordedAt }) => recordedAt),
    ],
  });
}

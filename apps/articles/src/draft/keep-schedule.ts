import type { ArticleEvent } from '#contracts/events.js';
import type { ClientBase } from 'pg';

const sqlAdd = `
INSERT INTO scheduled_articles (article_id, publish_at) VALUES ($1, $2)
ON CONFLICT (article_id) DO UPDATE SET publish_at = excluded.publish_at, tried_at = NULL`;

const sqlRemove = `DELETE FROM scheduled_articles WHERE article_id = $1`;

/** Stores when drafts are due, with the events that say so. */
export async function keepSchedule(client: ClientBase, events: ArticleEvent[]): Promise<void> {
  for (const { type, data } of events) {
    if (type === 'ArticleScheduled') await client.query(sqlAdd, [data.articleId, data.publishAt]);
    else if (type !== 'ArticleDrafted') await client.query(sqlRemove, [data.articleId]);
  }
}

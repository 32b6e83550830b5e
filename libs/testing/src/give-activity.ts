import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { saveArticlePages } from '#read-models/article-page/save-article-pages.js';
import { defaultReadSet } from '#read-models/read-set.js';
import type { ActivityKind } from '#read-models/shown/article-activity.entity.js';
import { saveArticleActivity } from '#read-models/shown/save-article-activity.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { progressChannel } from '#projection/notify-progress.js';
import { giveComments } from './give-comments.js';

export interface NewComment {
  commentId: number;
  personId: string;
  parentId?: number;
}

/** Shows a new comment, as a batch of the projector does. @param isTold whether its notification arrives */
export async function giveNewComment(
  pool: Pool,
  articleId: string,
  { commentId, personId, parentId }: NewComment,
  isTold = true,
) {
  const postedAt = new Date().toISOString();
  await inTransaction(pool, async (client) => {
    await giveComments(client, [
      {
        ...{ commentId, articleId, parentId: parentId ?? null, personId, kind: 'guest', postedAt, imported: false },
        ...{ name: 'Ada', website: null, body: 'So', bodyHtml: '<p>So</p>', format: 'text', heldBecause: null },
      },
    ]);
    await client.query(
      `INSERT INTO comment_count (article_id, count, last_posted_at) VALUES ($1, 1, now())
       ON CONFLICT (article_id) DO UPDATE SET count = comment_count.count + 1`,
      [articleId],
    );
    await giveActivity(client, articleId, 'comment-shown', commentId);
    if (isTold)
      await client.query('SELECT pg_notify($1, $2)', [progressChannel(defaultReadSet), `comment-${commentId}:1`]);
  });
}

/** Stores an activity. */
export async function giveActivity(
  client: Parameters<typeof saveArticleActivity>[0],
  articleId: string,
  kind: ActivityKind,
  commentId: number | null = null,
): Promise<void> {
  await saveArticleActivity(client, [{ articleId, news: [{ kind, commentId, recordedAt: new Date().toISOString() }] }]);
}

/** An article with a page. */
export async function giveArticle(pool: Pool, slug: string): Promise<string> {
  const articleId = randomUUIDv7();
  const at = new Date().toISOString();
  await inTransaction(pool, (client) =>
    saveArticlePages(client, [
      {
        ...{ articleId, slug, title: 'One', description: '', body: '', bodyHtml: '', format: 'text', tagList: [] },
        ...{ authorId: articleId, source: null, remark: null, remarkHtml: null, sectionId: null },
        ...{ commentsClosed: false, publishedAt: at, updatedAt: at },
      },
    ]),
  );
  return articleId;
}

/** As long after all that happened to an article: nothing of it is kept. @returns the sequence of its last change */
export async function letBeForgotten(pool: Pool, articleId: string): Promise<number> {
  await pool.query('DELETE FROM article_activity WHERE article_id = $1', [articleId]);
  await pool.query('UPDATE article_head SET sequence = 1000 WHERE article_id = $1', [articleId]);
  return 1_000;
}

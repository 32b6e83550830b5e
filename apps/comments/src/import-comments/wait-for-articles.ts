import type { ImportComments } from '#contracts/comments/comment.commands.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import type { Pool } from 'pg';
import { findKnownArticles } from './find-known-articles.js';

/** Milliseconds; an archive's articles are imported just before their comments. */
export const articlesReplicatedWithinMs = 5_000;

/** Waits until the comments' articles are replicated here. After the limit it returns: they may not exist. */
export async function waitForArticles(
  pool: Pool,
  progress: ProgressWaiter,
  { comments }: ImportComments,
): Promise<void> {
  const ids = [...new Set(comments.map(({ articleId }) => articleId))];
  const known = await findKnownArticles(pool, ids);
  const awaited = ids.filter((id) => !known.has(id)).map((id) => [`article-${id}`, 1] as const);
  await progress.waitFor(Object.fromEntries(awaited), articlesReplicatedWithinMs);
}

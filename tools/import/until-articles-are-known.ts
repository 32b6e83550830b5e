import { setTimeout as delay } from 'node:timers/promises';
import type { CommentImported } from '#contracts/comments/comment.commands.js';

const patienceMs = 60_000;
const pauseMs = 500;

/**
 * Repeats a batch until its articles, which exist, are replicated to the comments service. Comments that were imported at
 * the first try are not imported again; their first result counts.
 * @throws Error if they are unknown after a minute.
 */
export async function untilArticlesAreKnown(
  send: () => Promise<CommentImported[]>,
  { patience = patienceMs, pause = pauseMs } = {},
): Promise<CommentImported[]> {
  const until = Date.now() + patience;
  let results = await send();
  while (results.some(({ refused }) => refused === 'ArticleUnknown')) {
    if (Date.now() > until) throw new Error('the comments service has not heard of the articles within a minute');
    await delay(pause);
    const later = await send();
    results = results.map((result, index) => (result.refused === 'ArticleUnknown' ? (later[index] ?? result) : result));
  }
  return results;
}

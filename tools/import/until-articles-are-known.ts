import { setTimeout as delay } from 'node:timers/promises';
import type { CommentImported } from '#contracts/comments/comment.commands.js';

const patienceMs = 60_000;
const pauseMs = 500;

/**
 * Sends a batch again until its articles, which are there, are known to the comments service too: that hears of them a little
 * later. What came in at the first try does not come in again; its result is the first one.
 * @throws Error when they are unknown after a minute.
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

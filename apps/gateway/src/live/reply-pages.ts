import { type NewReply, readNewReplies } from '#read-models/comment-thread/read-new-replies.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { eventsAtOnce, repliesPagesAtOnce } from './live-limits.js';

/**
 * The replies to these people from a sequence on, oldest first, until there are no more or there were many pages. All of
 * what is looked for once more is read in one look: from its middle on, an earlier sequence that becomes visible later would
 * not be found.
 */
export async function* replyPages(
  pool: Queryable,
  { from, people }: { from: number; people: string[] },
): AsyncGenerator<NewReply[]> {
  let behind: { sequence: number; articleId?: string } = { sequence: from };
  for (let page = 0; page < repliesPagesAtOnce; page += 1) {
    const replies = await readNewReplies(pool, { behind, people, most: eventsAtOnce });
    yield replies;
    const last = replies.at(-1);
    if (!last || replies.length < eventsAtOnce) return;
    behind = last;
  }
}

import type { ClientBase, Pool } from 'pg';
import { readStream } from '#event-store/read-stream.js';
import type { CommentEvent } from '#contracts/events.js';
import { fold } from '#decider/decider.js';
import { commentDecider } from '../comment/comment.decider.js';

/** The comment replied to, from its own stream; undefined if there is none such. */
export async function findParent(
  client: ClientBase | Pool,
  parentId: number,
): Promise<{ articleId: string; shown: boolean } | undefined> {
  const events = (await readStream(client, `comment-${parentId}`)) as unknown as CommentEvent[];
  const parent = fold(commentDecider, events);
  return parent.kind === 'unposted' ? undefined : { articleId: parent.articleId, shown: parent.kind === 'shown' };
}

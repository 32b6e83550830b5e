import { randomUUIDv7 } from 'node:crypto';
import type { PostComment } from '#contracts/comments/comment.commands.js';
import type { CommentEvent } from '#contracts/events.js';
import { isPremoderated, type Sanctions } from '#contracts/people/standing.js';

export interface PosterStanding {
  author: Sanctions;
  /** Of each range of addresses that the comment comes from. */
  addresses: Sanctions[];
}

/** The event that a comment is held from its first moment on; undefined where it is shown. */
export function commentHeld(
  commentId: number,
  { articleId }: PostComment,
  { author, addresses }: PosterStanding,
  occurredAt: string,
): Extract<CommentEvent, { type: 'CommentHeld' }> | undefined {
  const byAuthor = isPremoderated(author, occurredAt);
  if (!byAuthor && !addresses.some((sanctions) => isPremoderated(sanctions, occurredAt))) return undefined;
  const reason = byAuthor ? 'author-premoderated' : 'address-premoderated';
  const data = { commentId, articleId, reason, actor: { kind: 'system', rule: 'premoderation' } } as const;
  return { id: randomUUIDv7(), type: 'CommentHeld', occurredAt, data };
}

import type { ClientBase, Pool } from 'pg';
import { readStream } from '#event-store/read-stream.js';
import type { CommentEvent } from '#contracts/events.js';
import { fold } from '#decider/decider.js';
import { commentDecider, type Comment } from './comment.decider.js';

/** A comment as its own stream has it. */
export async function findComment(client: ClientBase | Pool, commentId: number): Promise<Comment> {
  const events = (await readStream(client, `comment-${commentId}`)) as unknown as CommentEvent[];
  return fold(commentDecider, events);
}

import type { FollowingFact } from '#contracts/events.js';
import type { ClientBase } from 'pg';
import type { Pair } from './read-following.js';

const sqlAdd = `INSERT INTO followings (follower_id, followed_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
const sqlRemove = `DELETE FROM followings WHERE follower_id = $1 AND followed_id = $2`;

/** Stores whether one follows another, after an event. */
export async function saveFollowing(
  client: ClientBase,
  { followerId, followedId }: Pair,
  events: FollowingFact[],
): Promise<void> {
  for (const { type } of events) {
    await client.query(type === 'PersonFollowed' ? sqlAdd : sqlRemove, [followerId, followedId]);
  }
}

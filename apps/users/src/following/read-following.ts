import type { ClientBase } from 'pg';
import type { StreamNow } from '#commands/stream-of.js';
import { mostFollowings, type Following } from './following.decider.js';

// Counted up to the most.
const sql = `
SELECT EXISTS (SELECT FROM followings WHERE follower_id = $1 AND followed_id = $2) AS follows,
       (SELECT count(*)::int FROM (SELECT FROM followings WHERE follower_id = $1 LIMIT $4) AS counted) AS followings,
       coalesce((SELECT max(version) FROM events WHERE stream = $3), 0) AS version`;

export interface Pair {
  followerId: string;
  followedId: string;
}

type Row = Omit<Following, 'follower'> & { version: number };

/** The stream of whether one follows another. What was said of it before, in the follower's own stream, is older. */
export const followingStreamName = ({ followerId, followedId }: Pair) => `following-${followerId}-${followedId}`;

/**
 * Whether one follows another, and how many they follow in all. The follower must be held, so that of two who are to be
 * followed, and the last that can be, one is refused.
 */
export async function readFollowing(
  client: ClientBase,
  pair: Pair,
  follower: Following['follower'],
): Promise<StreamNow<Following>> {
  const { followerId, followedId } = pair;
  const values = [followerId, followedId, followingStreamName(pair), mostFollowings];
  const query = { name: 'read-following', text: sql, values };
  const { rows } = await client.query<Row>(query);
  const { version, ...state } = rows[0] as Row;
  return { state: { ...state, follower }, version };
}

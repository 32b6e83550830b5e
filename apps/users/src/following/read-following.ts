import type { ClientBase } from 'pg';
import type { StreamNow } from '#commands/stream-of.js';
import { maxFollowings, type Following } from './following.decider.js';

// Counted up to the upper bound.
const sql = `
SELECT EXISTS (SELECT FROM followings WHERE follower_id = $1 AND followed_id = $2) AS follows,
       (SELECT count(*)::int FROM (SELECT FROM followings WHERE follower_id = $1 LIMIT $4) AS counted) AS followings,
       coalesce((SELECT max(version) FROM events WHERE stream = $3), 0) AS version`;

export interface Pair {
  followerId: string;
  followedId: string;
}

type Row = Omit<Following, 'follower'> & { version: number };

/** The stream of a pair. Events about it in the follower's own stream are older. */
export const followingStreamName = ({ followerId, followedId }: Pair) => `following-${followerId}-${followedId}`;

/**
 * Whether one follows another, and how many they follow. The follower must be locked, so that two parallel followings cannot
 * both become the last permitted one.
 */
export async function readFollowing(
  client: ClientBase,
  pair: Pair,
  follower: Following['follower'],
): Promise<StreamNow<Following>> {
  const { followerId, followedId } = pair;
  const values = [followerId, followedId, followingStreamName(pair), maxFollowings];
  const query = { name: 'read-following', text: sql, values };
  const { rows } = await client.query<Row>(query);
  const { version, ...state } = rows[0] as Row;
  return { state: { ...state, follower }, version };
}

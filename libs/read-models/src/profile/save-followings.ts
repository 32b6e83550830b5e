import type { ClientBase } from 'pg';
import type { FollowingRow } from './following.entity.js';

const sql = `
INSERT INTO following (follower_id, followed_id, follows, by_pair)
SELECT follower_id, followed_id, follows, by_pair
FROM unnest($1::uuid[], $2::uuid[], $3::bool[], $4::bool[]) AS given (follower_id, followed_id, follows, by_pair)
WHERE NOT EXISTS (SELECT FROM erased_person WHERE person_id IN (follower_id, followed_id))
ON CONFLICT (follower_id, followed_id) DO UPDATE SET follows = excluded.follows, by_pair = excluded.by_pair
WHERE excluded.by_pair OR NOT following.by_pair`;

/**
 * Inserts or replaces rows, all in one statement; none of who is erased, however late they come, and none that the pair's
 * own stream has said by one of before.
 */
export async function saveFollowings(client: ClientBase, rows: FollowingRow[]): Promise<void> {
  await client.query({
    name: 'save-followings',
    text: sql,
    values: [
      rows.map((row) => row.followerId),
      rows.map((row) => row.followedId),
      rows.map((row) => row.follows),
      rows.map((row) => row.byPair),
    ],
  });
}

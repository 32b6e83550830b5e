import type { ClientBase } from 'pg';
import type { FollowingRow } from './following.entity.js';

const sql = `
INSERT INTO read_v1.following (follower_id, followed_id, follows)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bool[])
ON CONFLICT (follower_id, followed_id) DO UPDATE SET follows = excluded.follows`;

/** Inserts or replaces rows, all in one statement. */
export async function saveFollowings(client: ClientBase, rows: FollowingRow[]): Promise<void> {
  await client.query({
    name: 'save-followings',
    text: sql,
    values: [rows.map((row) => row.followerId), rows.map((row) => row.followedId), rows.map((row) => row.follows)],
  });
}

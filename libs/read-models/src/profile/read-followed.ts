import type { Pool } from 'pg';

const sql = `
SELECT followed.name FROM read_v1.following JOIN read_v1.commenter AS followed ON followed.person_id = followed_id
WHERE follower_id = $1 AND follows AND followed.kind = 'account' ORDER BY followed.name`;

/** The user names of those whom an account follows. */
export async function readFollowed(pool: Pool, personId: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>({ name: 'read-followed', text: sql, values: [personId] });
  return rows.map(({ name }) => name);
}

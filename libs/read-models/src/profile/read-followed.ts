import type { Pool } from 'pg';

export interface Followed {
  personId: string;
  name: string;
}

const sql = `
SELECT followed.person_id AS "personId", followed.name
FROM following JOIN commenter AS followed ON followed.person_id = followed_id
WHERE follower_id = $1 AND followed_id > $2 AND follows AND followed.kind = 'account'
ORDER BY followed_id LIMIT $3`;

/** A page of those whom an account follows, by their ids, from behind one. */
export async function readFollowed(
  pool: Pool,
  { personId, behind, most }: { personId: string; behind: string; most: number },
): Promise<Followed[]> {
  const query = { name: 'read-followed', text: sql, values: [personId, behind, most] };
  return (await pool.query<Followed>(query)).rows;
}

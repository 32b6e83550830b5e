import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { Pool } from 'pg';

export interface FollowedProfile {
  username: string;
  bio: string | null;
  image: string | null;
}

const sql = `
SELECT followed.name AS username, followed.bio, followed.image
FROM following JOIN commenter AS followed ON followed.person_id = followed_id
WHERE follower_id = $1 AND followed.folded_name > $2 AND follows AND followed.kind = 'account'
ORDER BY followed.folded_name LIMIT $3`;

/**
 * A page of those whom an account follows, by their names, from behind one. Their ids are left out: comments have them too,
 * so that they would tell whose nick it is.
 */
export async function readFollowedProfiles(
  pool: Pool,
  { personId, behind, most }: { personId: string; behind: string; most: number },
): Promise<FollowedProfile[]> {
  const query = { name: 'read-followed-profiles', text: sql, values: [personId, caseFoldedName(behind), most] };
  return (await pool.query<FollowedProfile>(query)).rows;
}

import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { Pool } from 'pg';

export interface Profile {
  personId: string;
  username: string;
  bio: string | null;
  image: string | null;
  following: boolean;
}

// While a name passes from one account to another both may have it for an instant.
const sql = `
SELECT person_id AS "personId", name AS username, bio, image,
       EXISTS (SELECT FROM following
               WHERE follower_id = $2::uuid AND followed_id = person_id AND follows) AS following
FROM commenter WHERE folded_name = $1 AND kind = 'account'
ORDER BY person_id DESC LIMIT 1`;

/** The account of a name, whatever its case and Unicode form, as a viewer sees it, or as anybody does. */
export async function readProfile(pool: Pool, username: string, viewerId?: string): Promise<Profile | undefined> {
  const values = [caseFoldedName(username), viewerId ?? null];
  const { rows } = await pool.query<Profile>({ name: 'read-profile', text: sql, values });
  return rows[0];
}

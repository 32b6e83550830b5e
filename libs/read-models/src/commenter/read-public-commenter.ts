import type { Queryable } from '#postgres/shared-connection.js';
import { isWithdrawn } from '../withdrawn-article/is-withdrawn.sql.js';
import { staffRoleSql, type StaffRole } from './staff-role.sql.js';

export interface PublicCommenter {
  personId: string;
  kind: 'guest' | 'account';
  name: string;
  /** The nick, which replaces the name under comments. */
  nick: string | null;
  bio: string | null;
  image: string | null;
  website: string | null;
  role: StaffRole | null;
  /** Comments that readers see, with those of linked guests. */
  commentCount: number;
}

const sql = `
SELECT person_id AS "personId", kind, name, nick, bio, image, website, ${staffRoleSql('roles')} AS role,
       (SELECT count(*)::int FROM comment_state
        WHERE shown AND NOT deleted AND NOT ${isWithdrawn('comment_state.article_id')} AND (comment_state.person_id = person.person_id
           OR comment_state.person_id = ANY(ARRAY(SELECT guest.person_id FROM commenter AS guest
                                                  WHERE guest.linked_to = person.person_id)))) AS "commentCount"
FROM commenter AS person
WHERE person_id = (SELECT coalesce(linked_to, person_id) FROM commenter WHERE person_id = $1) AND kind <> 'erased'`;

/** A person as their comments show them; of a guest who is linked, the account. Undefined for an erased person. */
export async function readPublicCommenter(
  connection: Queryable,
  personId: string,
): Promise<PublicCommenter | undefined> {
  const query = { name: 'read-public-commenter', text: sql, values: [personId] };
  return (await connection.query<PublicCommenter>(query)).rows[0];
}

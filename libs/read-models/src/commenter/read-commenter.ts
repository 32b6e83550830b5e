import type { Sanctions } from '#contracts/people/standing.js';
import type { Pool } from 'pg';

export interface Commenter {
  personId: string;
  kind: 'guest' | 'account' | 'erased';
  name: string;
  /** The nick, which replaces the name under comments. */
  nick: string | null;
  email: string | null;
  website: string | null;
  roles: string[];
  hasSecondFactor: boolean;
  sanctions: Sanctions;
  linkedTo: string | null;
  bio: string | null;
  image: string | null;
  erasureDueAt: Date | null;
  commentCount: number;
}

const sql = `
SELECT person_id AS "personId", kind, name, nick, email, website, roles, sanctions, linked_to AS "linkedTo", bio, image,
       second_factor AS "hasSecondFactor", erasure_due_at AS "erasureDueAt",
       (SELECT coalesce(sum(count), 0)::int FROM comments_by_person AS counted
        WHERE counted.person_id = commenter.person_id
           OR counted.person_id = ANY(ARRAY(SELECT guest.person_id FROM commenter AS guest
                                            WHERE guest.linked_to = commenter.person_id))) AS "commentCount"
FROM commenter WHERE person_id = $1`;

/** One person, with the number of their comments, including those of linked guests. */
export async function readCommenter(pool: Pool, personId: string): Promise<Commenter | undefined> {
  const { rows } = await pool.query<Commenter>({ name: 'read-commenter', text: sql, values: [personId] });
  return rows[0];
}

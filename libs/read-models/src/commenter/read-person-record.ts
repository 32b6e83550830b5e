import type { Pool } from 'pg';
import { isWithdrawn } from '../withdrawn-article/is-withdrawn.sql.js';
import type { Commenter } from './read-commenter.js';

/** A person as staff reads them; their e-mail is not for staff. */
export interface PersonRecord extends Omit<Commenter, 'email' | 'website' | 'bio' | 'image'> {
  /** Of their stream: the sanctions and roles are at least as new. */
  version: number;
  /** The guests linked to them, the latest first. */
  guests: { id: string; name: string; version: number }[];
  /** Of the comments, with those of linked guests, without those below what was withdrawn. */
  shownCount: number;
  heldCount: number;
  /** Accounts they follow, and who follow them. */
  following: number;
  followers: number;
}

const theirs = `(SELECT $1::uuid AS person_id UNION ALL SELECT person_id FROM commenter WHERE linked_to = $1)`;

const versionOf = (id: string) =>
  `coalesce((SELECT version FROM stream_progress WHERE stream = 'person-' || ${id}), 0)`;

// One statement reads one snapshot, so the version belongs to the other columns.
const sql = `
SELECT person_id AS "personId", kind, name, nick, roles, sanctions, linked_to AS "linkedTo",
       erasure_due_at AS "erasureDueAt",
       ${versionOf('$1::uuid')} AS version,
       (SELECT coalesce(json_agg(json_build_object(
                  'id', guest.person_id, 'name', guest.name, 'version', ${versionOf('guest.person_id')}) ORDER BY guest.person_id DESC), '[]')
        FROM commenter AS guest WHERE guest.linked_to = $1) AS guests,
       (SELECT coalesce(sum(count), 0)::int FROM comments_by_person JOIN ${theirs} AS one USING (person_id)) AS "commentCount",
       (SELECT count(*)::int FROM comment_state JOIN ${theirs} AS one USING (person_id)
        WHERE shown AND NOT deleted AND NOT ${isWithdrawn('comment_state.article_id')}) AS "shownCount",
       (SELECT count(*)::int FROM comment_state JOIN ${theirs} AS one USING (person_id)
        WHERE held_because IS NOT NULL AND NOT ${isWithdrawn('comment_state.article_id')}) AS "heldCount",
       (SELECT count(*)::int FROM following WHERE follower_id = $1 AND follows) AS following,
       (SELECT count(*)::int FROM following WHERE followed_id = $1 AND follows) AS followers
FROM commenter WHERE person_id = $1`;

/** One person as staff reads them. */
export async function readPersonRecord(pool: Pool, personId: string): Promise<PersonRecord | undefined> {
  const { rows } = await pool.query<PersonRecord>({ name: 'read-person-record', text: sql, values: [personId] });
  return rows[0];
}

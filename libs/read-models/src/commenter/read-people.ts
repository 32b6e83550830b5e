import type { Pool } from 'pg';
import type { Sanctions } from '#contracts/people/standing.js';
import { isStaffSql } from './staff-role.sql.js';

/** A person in the staff's list. */
export interface ListedPerson {
  personId: string;
  kind: 'guest' | 'account' | 'erased';
  name: string;
  nick: string | null;
  roles: string[];
  sanctions: Sanctions;
  linkedTo: string | null;
  erasureDueAt: Date | null;
  /** With those of linked guests. */
  commentCount: number;
}

export interface WantedPeople {
  /** A part of the name or of the nick, in upper or lower case. */
  name?: string | undefined;
  /** All but the erased if left out. */
  kind?: 'guest' | 'account' | 'erased' | undefined;
  role?: string | undefined;
  /** Whether a suspension, a ban or a pre-moderation is in force. */
  sanctioned?: boolean | undefined;
}

/** Rows that one page is searched for in: a bound on the time, however rare what is wanted is. */
export const maxPeopleLookedAt = 50_000;

/** Behind every id. */
const beforeAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const inForce = `EXISTS (SELECT FROM jsonb_each(sanctions) AS one
                         WHERE coalesce((one.value ->> 'until')::timestamptz, 'infinity') > now())`;

const lookedAt = (isStaff: boolean) => `
  SELECT * FROM commenter WHERE person_id < $1 ${isStaff ? `AND ${isStaffSql('roles')}` : ''}
  ORDER BY person_id DESC`;

const listed = (isStaff: boolean) => `
SELECT person_id AS "personId", kind, name, nick, roles, sanctions, linked_to AS "linkedTo",
       erasure_due_at AS "erasureDueAt",
       (SELECT coalesce(sum(count), 0)::int FROM comments_by_person AS counted
        WHERE counted.person_id = found.person_id
           OR counted.person_id = ANY(ARRAY(SELECT guest.person_id FROM commenter AS guest
                                            WHERE guest.linked_to = found.person_id))) AS "commentCount"
FROM (SELECT * FROM (${lookedAt(isStaff)} LIMIT ${maxPeopleLookedAt}) AS looked_at
      WHERE ($3::text IS NULL AND kind <> 'erased' OR kind = $3)
        AND ($4::text[] IS NULL OR name ILIKE ANY($4) OR nick ILIKE ANY($4))
        AND ($5::text IS NULL OR roles ? $5)
        AND ($6::boolean IS NULL OR $6 = ${inForce})
      ORDER BY person_id DESC LIMIT $2) AS found
ORDER BY person_id DESC`;

const lastLookedAt = (isStaff: boolean) => `
SELECT person_id AS "personId" FROM (${lookedAt(isStaff)} OFFSET ${maxPeopleLookedAt - 1} LIMIT 1) AS last`;

/**
 * A page of people, those who came last first, behind an id.
 * @returns `next`: the id to go on behind; undefined at the end. A page may be short, or empty, and have a next one.
 */
export async function readPeople(
  pool: Pool,
  { name, kind, role, sanctioned }: WantedPeople,
  { after = beforeAll, limit }: { after?: string | undefined; limit: number },
): Promise<{ people: ListedPerson[]; next: string | undefined }> {
  const isStaff = role !== undefined && ['editor', 'moderator', 'admin'].includes(role);
  const values = [after, limit + 1, kind ?? null, name === undefined ? null : partsOf(name), role ?? null];
  const { rows } = await pool.query<ListedPerson>({ text: listed(isStaff), values: [...values, sanctioned ?? null] });
  const people = rows.slice(0, limit);
  if (rows.length > limit) return { people, next: people.at(-1)?.personId };
  const last = await pool.query<{ personId: string }>({ text: lastLookedAt(isStaff), values: [after] });
  return { people, next: last.rows[0]?.personId };
}

/** Patterns of names that contain the text. In the database's locale case is known of ASCII letters alone. */
function partsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const capitalised = `${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}`;
  return [text, lower, text.toUpperCase(), capitalised].map((part) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`);
}

import type { Role } from '#contracts/people/role.events.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { Queryable } from '#postgres/shared-connection.js';

export interface PersonNowRow {
  sessionEnded: boolean;
  erased: boolean;
  /** Null while nothing of the person is projected. */
  roles: Role[] | null;
  hasSecondFactor: boolean | null;
  sanctions: Sanctions | null;
  linkedTo: string | null;
  version: number | null;
}

// One statement reads one snapshot, so the version belongs to the other columns.
const sql = `
SELECT EXISTS (SELECT FROM ended_session WHERE session_id = $1) AS "sessionEnded",
       EXISTS (SELECT FROM erased_person WHERE person_id = $2::uuid) AS erased,
       roles, second_factor AS "hasSecondFactor", sanctions, linked_to AS "linkedTo",
       (SELECT version FROM stream_progress WHERE stream = 'person-' || $2::uuid) AS version
FROM (SELECT) AS one LEFT JOIN commenter ON person_id = $2::uuid`;

/** The columns that decide what a person may do, and whether their session is valid. */
export async function readPersonNow(connection: Queryable, sessionId: string, personId: string): Promise<PersonNowRow> {
  const query = { name: 'read-person-now', text: sql, values: [sessionId, personId] };
  const { rows } = await connection.query<PersonNowRow>(query);
  return rows[0] as PersonNowRow;
}

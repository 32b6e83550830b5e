import type { Pool } from 'pg';

export interface PersonHistoryEntry {
  /** An event's type, such as `PersonBanned`. */
  type: string;
  actorId: string | null;
  happenedAt: Date;
  reason: string | null;
  note: string | null;
  until: Date | null;
  role: string | null;
  otherId: string | null;
}

const sql = `
SELECT type, actor_id AS "actorId", happened_at AS "happenedAt", reason, note, until, role, other_id AS "otherId"
FROM person_history WHERE person_id = $1 ORDER BY version DESC LIMIT 500`;

/** What was done about a person, the latest first; up to 500. */
export async function readPersonHistory(pool: Pool, personId: string): Promise<PersonHistoryEntry[]> {
  const query = { name: 'read-person-history', text: sql, values: [personId] };
  return (await pool.query<PersonHistoryEntry>(query)).rows;
}

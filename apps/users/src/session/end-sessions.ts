import type { ClientBase } from 'pg';

const sql = `
UPDATE sessions SET ended_at = now()
WHERE person_id = $1 AND ended_at IS NULL AND expires_at > now()
  AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::uuid IS NULL OR id <> $3)
RETURNING id`;

export interface SessionsToEnd {
  personId: string;
  /** Only these. */
  these?: string[];
  /** All except this one. */
  but?: string;
}

/** Ends a person's sessions, all by default. @returns the ids of those that were present. */
export async function endSessions(client: ClientBase, { personId, these, but }: SessionsToEnd): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(sql, [personId, these ?? null, but ?? null]);
  return rows.map(({ id }) => id);
}

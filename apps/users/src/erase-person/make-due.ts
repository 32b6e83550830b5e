import type { ClientBase } from 'pg';

const sql = `
INSERT INTO erasures (person_id, due_at) SELECT person_id, now() FROM unnest($1::uuid[]) AS along (person_id)
ON CONFLICT (person_id) DO UPDATE SET due_at = least(erasures.due_at, excluded.due_at)`;

/** Makes people due now, so that another replica continues if this one dies. */
export async function makeDue(client: ClientBase, people: string[]): Promise<void> {
  if (people.length > 0) await client.query(sql, [people]);
}

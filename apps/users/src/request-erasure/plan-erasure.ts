import type { ClientBase } from 'pg';

const sql = `
INSERT INTO erasures (person_id, due_at) VALUES ($1, $2)
ON CONFLICT (person_id) DO UPDATE SET due_at = erasures.due_at
RETURNING due_at`;

/** Stores when a person is to be erased. @returns the time, ISO 8601; the earlier one if it was planned before. */
export async function planErasure(client: ClientBase, personId: string, dueAt: string): Promise<string> {
  const { rows } = await client.query<{ due_at: Date }>(sql, [personId, dueAt]);
  return (rows[0]?.due_at ?? new Date(dueAt)).toISOString();
}

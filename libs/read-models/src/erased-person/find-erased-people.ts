import type { ClientBase } from 'pg';

const sql = `SELECT person_id FROM erased_person WHERE person_id = ANY($1::uuid[])`;

/** Which of these people are erased. */
export async function findErasedPeople(client: ClientBase, personIds: string[]): Promise<Set<string>> {
  const query = { name: 'find-erased-people', text: sql, values: [personIds] };
  const { rows } = await client.query<{ person_id: string }>(query);
  return new Set(rows.map(({ person_id }) => person_id));
}

import type { ClientBase } from 'pg';

const sql = `SELECT count(DISTINCT section_id)::int AS sections FROM section_slugs`;

/** How many sections there are. */
export async function countSections(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ sections: number }>({ name: 'count-sections', text: sql, values: [] });
  return rows[0]?.sections ?? 0;
}

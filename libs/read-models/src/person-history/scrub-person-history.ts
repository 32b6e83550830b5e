import type { ClientBase } from 'pg';

const sql = `UPDATE person_history SET note = NULL WHERE person_id = ANY($1::uuid[]) AND note IS NOT NULL`;

/** Takes away what was said in words of these people; who decided what, when and by which reason stays. */
export async function scrubPersonHistory(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'scrub-person-history', text: sql, values: [personIds] });
}

import type { ClientBase } from 'pg';
import type { ErasedPersonRow } from './erased-person.entity.js';

const sql = `INSERT INTO erased_person (person_id) SELECT * FROM unnest($1::uuid[]) ON CONFLICT DO NOTHING`;

/** Inserts rows that do not exist, in one statement. */
export async function saveErasedPeople(client: ClientBase, rows: ErasedPersonRow[]): Promise<void> {
  await client.query({ name: 'save-erased-people', text: sql, values: [rows.map(({ personId }) => personId)] });
}

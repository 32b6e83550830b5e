import type { ClientBase } from 'pg';
import type { MutedRow } from './muted.entity.js';

const array = (list: string) => `ARRAY(SELECT jsonb_array_elements_text(${list}))`;

const sql = `
INSERT INTO muted (person_id, people, sources, tags)
SELECT person_id, ${array('people')}::uuid[], ARRAY(SELECT lower(jsonb_array_elements_text(sources))), ${array('tags')}
FROM jsonb_to_recordset($1::jsonb) AS given (person_id uuid, people jsonb, sources jsonb, tags jsonb)
WHERE NOT EXISTS (SELECT FROM erased_person WHERE erased_person.person_id = given.person_id)
ON CONFLICT (person_id) DO UPDATE SET people = excluded.people, sources = excluded.sources, tags = excluded.tags`;

/** Inserts or replaces rows, in one statement; none of who is erased, however late they come. */
export async function saveMuted(client: ClientBase, rows: MutedRow[]): Promise<void> {
  const given = rows.map(({ personId, ...lists }) => ({ person_id: personId, ...lists }));
  await client.query({ name: 'save-muted', text: sql, values: [JSON.stringify(given)] });
}

import type { ClientBase } from 'pg';
import type { SectionRow } from './section.entity.js';

const sql = `
SELECT section_id AS "sectionId", slug, name, description, position, is_open AS "isOpen", former_slugs AS "formerSlugs",
       closes_after AS "closesAfter"
FROM section WHERE section_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadSections(client: ClientBase, ids: string[]): Promise<Map<string, SectionRow>> {
  const { rows } = await client.query<SectionRow>({ name: 'load-sections', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.sectionId, row]));
}

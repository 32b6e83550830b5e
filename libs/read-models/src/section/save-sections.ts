import type { ClientBase } from 'pg';
import type { SectionRow } from './section.entity.js';

const sql = `
INSERT INTO section (section_id, slug, name, description, position, is_open, former_slugs, closes_after)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::boolean[], $7::jsonb[], $8::jsonb[])
ON CONFLICT (section_id) DO UPDATE SET slug = excluded.slug, name = excluded.name, description = excluded.description,
  position = excluded.position, is_open = excluded.is_open, former_slugs = excluded.former_slugs,
  closes_after = excluded.closes_after`;

/** Inserts or replaces rows, in one statement. */
export async function saveSections(client: ClientBase, rows: SectionRow[]): Promise<void> {
  await client.query({
    name: 'save-sections',
    text: sql,
    values: [
      rows.map((row) => row.sectionId),
      rows.map((row) => row.slug),
      rows.map((row) => row.name),
      rows.map((row) => row.description),
      rows.map((row) => row.position),
      rows.map((row) => row.isOpen),
      rows.map((row) => JSON.stringify(row.formerSlugs)),
      rows.map(({ closesAfter = null }) => (closesAfter === null ? null : JSON.stringify(closesAfter))),
    ],
  });
}

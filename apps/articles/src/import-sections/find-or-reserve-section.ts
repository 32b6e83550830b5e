import type { ClientBase } from 'pg';

// An update that changes nothing gives back the row of another transaction too, once that has ended.
const sql = `
INSERT INTO section_slugs (slug, section_id) VALUES ($1, $2)
ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING section_id AS "sectionId"`;

/** The section that has or had a slug; the slug is reserved for the given one where there is none. */
export async function findOrReserveSection(client: ClientBase, slug: string, sectionId: string): Promise<string> {
  const { rows } = await client.query<{ sectionId: string }>(sql, [slug, sectionId]);
  return rows[0]?.sectionId ?? sectionId;
}

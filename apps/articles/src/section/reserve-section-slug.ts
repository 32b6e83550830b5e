import { conflict } from '#decider/rejection.js';
import type { ClientBase } from 'pg';

const sql = `
WITH reserved AS (INSERT INTO section_slugs (slug, section_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING slug)
SELECT EXISTS (SELECT FROM reserved) OR EXISTS (SELECT FROM section_slugs WHERE slug = $1 AND section_id = $2) AS "isOwn"`;

/** Reserves a slug for a section; one that it had is its own. @throws Rejection if another section has or had it */
export async function reserveSectionSlug(client: ClientBase, slug: string, sectionId: string): Promise<void> {
  const { rows } = await client.query<{ isOwn: boolean }>(sql, [slug, sectionId]);
  if (rows[0]?.isOwn) return;
  throw conflict('SectionNameTaken', 'Another section is called so, or was.', { name: ['has already been taken'] });
}

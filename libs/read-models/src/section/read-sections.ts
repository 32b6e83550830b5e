import type { Pool } from 'pg';
import type { SectionRow } from './section.entity.js';

export interface ReadSection extends SectionRow {
  /** Of its stream. */
  version: number;
}

const sql = `
SELECT section_id AS "sectionId", slug, name, description, position, is_open AS "isOpen", former_slugs AS "formerSlugs",
       closes_after AS "closesAfter",
       coalesce((SELECT version FROM stream_progress WHERE stream = 'section-' || section_id), 1) AS version
FROM section ORDER BY position, name, section_id`;

/** All sections in their order; articles bounds how many there are. */
export async function readSections(pool: Pool): Promise<ReadSection[]> {
  return (await pool.query<ReadSection>({ name: 'read-sections', text: sql, values: [] })).rows;
}

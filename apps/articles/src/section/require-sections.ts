import { invalid } from '#decider/rejection.js';
import type { ClientBase } from 'pg';

const sql = `
SELECT FROM unnest($1::uuid[]) AS wanted (id) WHERE NOT EXISTS (SELECT FROM section_slugs WHERE section_id = id) LIMIT 1`;

/** For an archive, which may be filed in what is closed by now. @throws Rejection where one of the sections is none */
export async function requireSections(client: ClientBase, filed: { sectionId?: string | undefined }[]): Promise<void> {
  const ids = [...new Set(filed.flatMap(({ sectionId }) => sectionId ?? []))];
  if (ids.length === 0) return;
  const { rowCount } = await client.query({ name: 'require-sections', text: sql, values: [ids] });
  if (rowCount !== 0) throw invalid('SectionUnknown', { sectionId: 'is not a section' });
}

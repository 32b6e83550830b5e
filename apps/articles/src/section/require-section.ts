import { invalid } from '#decider/rejection.js';
import type { ClientBase } from 'pg';

const sql = `SELECT EXISTS (SELECT FROM section_slugs WHERE section_id = $1) AS "isThere"`;

/** @throws Rejection where there is no such section */
export async function requireSection(client: ClientBase, sectionId: string | null | undefined): Promise<void> {
  if (sectionId === undefined || sectionId === null) return;
  const { rows } = await client.query<{ isThere: boolean }>({ name: 'is-section', text: sql, values: [sectionId] });
  if (!rows[0]?.isThere) throw invalid('SectionUnknown', { sectionId: 'is not a section' });
}

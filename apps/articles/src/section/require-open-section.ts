import { invalid } from '#decider/rejection.js';
import type { ClientBase } from 'pg';

const sql = `
SELECT (data->>'isOpen')::boolean AS "isOpen" FROM events WHERE stream = $1 ORDER BY version DESC LIMIT 1`;

/**
 * Of an article that is filed. @param before the section that it is in already: that may be closed
 * @throws Rejection where there is no such section, or it is closed
 */
export async function requireOpenSection(
  client: ClientBase,
  sectionId: string | null | undefined,
  before?: string,
): Promise<void> {
  if (sectionId === undefined || sectionId === null || sectionId === before) return;
  const query = { name: 'is-section-open', text: sql, values: [`section-${sectionId}`] };
  const { rows } = await client.query<{ isOpen: boolean }>(query);
  if (rows[0] === undefined) throw invalid('SectionUnknown', { sectionId: 'is not a section' });
  if (!rows[0].isOpen) throw invalid('SectionClosed', { sectionId: 'is closed' });
}

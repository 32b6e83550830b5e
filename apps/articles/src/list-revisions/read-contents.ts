import type { Queryable } from '#postgres/shared-connection.js';
import { revisionColumns, tellsContent, type RevisionEvent } from './revision-events.sql.js';

const sql = `
SELECT ${revisionColumns}, data FROM events
WHERE stream = $1 AND ${tellsContent} AND version = ANY($2::int[]) ORDER BY version DESC`;

/** What an article or draft said at these versions. */
export async function readContents(
  connection: Queryable,
  articleId: string,
  versions: number[],
): Promise<RevisionEvent<object>[]> {
  if (versions.length === 0) return [];
  const query = { name: 'read-contents', text: sql, values: [`article-${articleId}`, versions] };
  const { rows } = await connection.query<RevisionEvent<object>>(query);
  return rows;
}

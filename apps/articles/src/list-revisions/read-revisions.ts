import type { Queryable } from '#postgres/shared-connection.js';
import { revisionColumns, tellsContent, type RevisionEvent } from './revision-events.sql.js';

/** A draft is sealed as a whole; of an article the title is enough. */
export type Listed = RevisionEvent<{ title?: string; draft?: string; authorId?: string }>;

/** Revisions of one page. */
export const revisionsAPage = 50;

const sql = `
SELECT ${revisionColumns},
  CASE type WHEN 'ArticleDrafted' THEN data ELSE json_build_object('title', data->'title') END AS data
FROM events WHERE stream = $1 AND ${tellsContent} AND version < $2 ORDER BY version DESC LIMIT ${revisionsAPage + 1}`;

/** The revisions before a version, the latest first, and the version before which there are more. */
export async function readRevisions(
  connection: Queryable,
  articleId: string,
  before = 2 ** 31 - 1,
): Promise<{ page: Listed[]; next: number | null }> {
  const query = { name: 'read-revisions', text: sql, values: [`article-${articleId}`, before] };
  const { rows } = await connection.query<Listed>(query);
  const page = rows.slice(0, revisionsAPage);
  return { page, next: rows.length > revisionsAPage ? (page.at(-1)?.version ?? null) : null };
}

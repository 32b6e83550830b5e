import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT stream, key FROM (
  SELECT 'article-' || article_id AS stream, article_id::text AS key FROM article_page
  UNION ALL SELECT 'article-' || article_id, article_id::text FROM draft
  UNION ALL SELECT 'article-' || article_id, article_id::text FROM withdrawn_article
  UNION ALL SELECT id, id FROM site_identity
) AS shown JOIN stream_progress AS progress USING (stream) LEFT JOIN folded_stream AS folded USING (stream)
WHERE folded.version IS DISTINCT FROM progress.version`;

/** The streams with rows in which an older projector may have left out a field that it did not know, with their keys. */
export async function findStreamsBehind(connection: Queryable): Promise<{ stream: string; key: string }[]> {
  const { rows } = await connection.query<{ stream: string; key: string }>({ name: 'find-streams-behind', text: sql });
  return rows;
}

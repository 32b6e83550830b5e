import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT stream, key, bytes FROM (
  SELECT 'article-' || article_id AS stream, article_id::text AS key, octet_length(body) + octet_length(body_html) AS bytes
    FROM article_page
  UNION ALL SELECT 'article-' || article_id, article_id::text, octet_length(content::text) FROM draft
  UNION ALL SELECT 'article-' || article_id, article_id::text, 0 FROM withdrawn_article
  UNION ALL SELECT 'section-' || section_id, section_id::text, 0 FROM section
  UNION ALL SELECT id, id, 0 FROM site_identity
) AS shown JOIN stream_progress AS progress USING (stream) LEFT JOIN folded_stream AS folded USING (stream)
WHERE folded.closing_version IS DISTINCT FROM progress.version`;

interface StreamBehind {
  stream: string;
  key: string;
  bytes: number;
}

/** The streams with rows in which an older projector may have left out a field that it did not know, with their keys and about the bytes of the rows. */
export async function findStreamsBehind(connection: Queryable): Promise<StreamBehind[]> {
  const { rows } = await connection.query<StreamBehind>({ name: 'find-streams-behind', text: sql });
  return rows;
}

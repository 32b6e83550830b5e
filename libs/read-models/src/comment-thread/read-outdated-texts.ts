import type { Pool } from 'pg';
import type { CommentTextRow } from './comment-text.entity.js';

export interface OutdatedText extends Pick<CommentTextRow, 'commentId' | 'version' | 'body' | 'bodyHtml' | 'format'> {
  /** Of the row: another one once anybody has changed it. */
  xmin: string;
}

// The first is taken whatever its size.
const sql = `
SELECT comment_id AS "commentId", version, comment_text.xmin::text, body, body_html AS "bodyHtml", format
FROM (SELECT comment_id, version,
        sum(octet_length(body)) OVER (ORDER BY comment_id, version) - octet_length(body) AS before
      FROM (SELECT comment_id, version, body FROM comment_text WHERE renderer < $1 LIMIT $2) AS found) AS outdated
JOIN comment_text USING (comment_id, version) WHERE before < $3`;

/** Texts of comments whose HTML an older renderer made: some of them, of so many bytes together. */
export async function readOutdatedTexts(
  pool: Pool,
  renderer: number,
  most: { texts: number; bytes: number },
): Promise<OutdatedText[]> {
  const values = [renderer, most.texts, most.bytes];
  return (await pool.query<OutdatedText>({ name: 'read-outdated-texts', text: sql, values })).rows;
}

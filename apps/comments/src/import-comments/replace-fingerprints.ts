import type { Pool } from 'pg';
import type { CommentFingerprint } from './comment-fingerprint.js';

// If both forms of one comment exist, because two versions of this service imported it at once, one row remains.
const sql = `
WITH taken AS (
  DELETE FROM imported_comments AS imported USING unnest($1::text[], $2::text[]) AS given (unkeyed, keyed)
  WHERE imported.fingerprint = given.unkeyed
  RETURNING keyed, source, article_id, external_id, comment_id
)
INSERT INTO imported_comments (fingerprint, source, article_id, external_id, comment_id)
SELECT * FROM taken ON CONFLICT DO NOTHING`;

/** Replaces unkeyed fingerprints by keyed ones. */
export async function replaceFingerprints(pool: Pool, fingerprints: CommentFingerprint[]): Promise<void> {
  await pool.query(sql, [fingerprints.map(({ unkeyed }) => unkeyed), fingerprints.map(({ keyed }) => keyed)]);
}

import type { ClientBase } from 'pg';
import type { ExternalComment } from './find-imported-parents.js';

const sql = `
INSERT INTO imported_comments (fingerprint, source, article_id, external_id, comment_id)
SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::bigint[])`;

/** Stores which comments this transaction imports. If the same import runs at the same time, this fails and is retried. */
export async function storeImported(
  client: ClientBase,
  imported: (ExternalComment & { fingerprint: string; commentId: number })[],
): Promise<void> {
  await client.query(sql, [
    imported.map(({ fingerprint }) => fingerprint),
    imported.map(({ source }) => source),
    imported.map(({ articleId }) => articleId),
    imported.map(({ externalId }) => externalId),
    imported.map(({ commentId }) => commentId),
  ]);
}

import type { ClientBase } from 'pg';

const sql = `
INSERT INTO imported_articles (source, external_id, article_id)
SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[])`;

/** Stores which articles this transaction imports. */
export async function storeImportedArticles(
  client: ClientBase,
  imported: { source: string; externalId: string; articleId: string }[],
): Promise<void> {
  await client.query(sql, [
    imported.map(({ source }) => source),
    imported.map(({ externalId }) => externalId),
    imported.map(({ articleId }) => articleId),
  ]);
}

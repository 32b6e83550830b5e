import type { ClientBase } from 'pg';

export interface ImportedArticle {
  articleId: string;
  /** That it was imported under; it leads to the article whatever its title has become. */
  slug: string;
  version: number;
}

const sql = `
SELECT imported.source, imported.external_id, imported.article_id AS "articleId", first.data->>'slug' AS slug,
       (SELECT max(version) FROM events WHERE stream = 'article-' || imported.article_id) AS version
FROM imported_articles AS imported
JOIN events AS first ON first.stream = 'article-' || imported.article_id AND first.version = 1
WHERE (imported.source, imported.external_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

export const nameOf = (source: string, externalId: string) => JSON.stringify([source, externalId]);

/** The articles of an archive that were imported already, by {@link nameOf}. */
export async function findImportedArticles(
  client: ClientBase,
  wanted: { source: string; externalId: string }[],
): Promise<Map<string, ImportedArticle>> {
  const { rows } = await client.query<ImportedArticle & { source: string; external_id: string }>(sql, [
    wanted.map(({ source }) => source),
    wanted.map(({ externalId }) => externalId),
  ]);
  return new Map(rows.map(({ source, external_id, ...article }) => [nameOf(source, external_id), article]));
}

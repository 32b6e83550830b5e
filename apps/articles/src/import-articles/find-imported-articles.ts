import type { ClientBase } from 'pg';

export interface ImportedArticle {
  articleId: string;
  /** That it was published under; it leads to the article whatever its title has become. Null: it is a draft, or was one. */
  slug: string | null;
  version: number;
}

const sql = `
SELECT imported.source, imported.external_id, imported.article_id AS "articleId",
       (SELECT data->>'slug' FROM events
        WHERE stream = 'article-' || imported.article_id AND type = 'ArticlePublished' LIMIT 1) AS slug,
       (SELECT max(version) FROM events WHERE stream = 'article-' || imported.article_id) AS version
FROM imported_articles AS imported
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

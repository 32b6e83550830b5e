import type { ClientBase } from 'pg';

export interface FormerPathsOfArticle {
  articleId: string;
  slug: string;
  paths: string[];
}

const sql = `
INSERT INTO former_path (path, article_id, slug) SELECT DISTINCT path, article_id, slug
FROM unnest($1::text[], $2::uuid[], $3::text[]) AS given (path, article_id, slug)
ON CONFLICT (path, article_id) DO NOTHING`;

/** Inserts rows, in one statement. */
export async function saveFormerPaths(client: ClientBase, rows: FormerPathsOfArticle[]): Promise<void> {
  const given = rows.flatMap(({ paths, ...of }) => paths.map((path) => ({ path, ...of })));
  if (given.length === 0) return;
  await client.query({
    name: 'save-former-paths',
    text: sql,
    values: [given.map(({ path }) => path), given.map(({ articleId }) => articleId), given.map(({ slug }) => slug)],
  });
}

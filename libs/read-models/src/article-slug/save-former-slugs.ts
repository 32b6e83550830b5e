import type { ClientBase } from 'pg';

export interface SlugsOfArticle {
  articleId: string;
  /** The present one. */
  slug: string;
  /** Those that were given up, as far as they are not stored yet. */
  former: string[];
}

const sql = `
INSERT INTO article_slug (slug, article_id) SELECT DISTINCT slug, article_id
FROM unnest($1::text[], $2::uuid[]) AS given (slug, article_id)
ON CONFLICT (slug, article_id) DO NOTHING`;

/** Inserts the former slugs, in one statement. */
export async function saveFormerSlugs(client: ClientBase, rows: SlugsOfArticle[]): Promise<void> {
  const former = rows.flatMap(({ articleId, former: each }) => each.map((slug) => ({ articleId, slug })));
  await client.query({
    name: 'save-former-slugs',
    text: sql,
    values: [former.map(({ slug }) => slug), former.map(({ articleId }) => articleId)],
  });
}

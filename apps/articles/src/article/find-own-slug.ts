import type { ClientBase } from 'pg';

const sql = `
SELECT slug FROM slugs WHERE article_id = $2 AND (slug = $1 OR slug ~ ('^' || $1 || '-[0-9]+$')) ORDER BY length(slug) LIMIT 1`;

/** A slug of the article that is of these words, with or without a number. @param wanted of letters, digits and hyphens */
export async function findOwnSlug(client: ClientBase, wanted: string, articleId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ slug: string }>({
    name: 'find-own-slug',
    text: sql,
    values: [wanted, articleId],
  });
  return rows[0]?.slug;
}

import type { Queryable } from '#postgres/shared-connection.js';

/** Where an article went that has a slug no more: to another slug, or from the site. */
export interface WhereArticleWent {
  articleId: string;
  /** Null: it was withdrawn. */
  slug: string | null;
  reason: string | null;
  withdrawnAt: Date | null;
}

const sql = `
SELECT article_id AS "articleId", page.slug, withdrawn.reason, withdrawn.withdrawn_at AS "withdrawnAt"
FROM article_slug AS former
LEFT JOIN article_page AS page USING (article_id)
LEFT JOIN withdrawn_article AS withdrawn USING (article_id)
WHERE former.slug = $1 AND (page.article_id IS NOT NULL OR withdrawn.article_id IS NOT NULL)
ORDER BY page.slug IS NULL, article_id DESC LIMIT 1`;

/** For a slug that no article has. Undefined if none has had it. */
export async function readWhereArticleWent(connection: Queryable, slug: string): Promise<WhereArticleWent | undefined> {
  const query = { name: 'read-where-article-went', text: sql, values: [slug] };
  return (await connection.query<WhereArticleWent>(query)).rows[0];
}

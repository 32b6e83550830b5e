import type { ClientBase } from 'pg';

/** All tags of an article; none if it is not on the site. */
export interface TagsOfArticle {
  articleId: string;
  tags: string[];
  publishedAt: string;
}

const sql = `
WITH said AS (
  SELECT DISTINCT article_id, tag, published_at
  FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS given (article_id, tag, published_at)
), gone AS (
  DELETE FROM article_tag WHERE article_id = ANY($1::uuid[]) AND (article_id, tag) NOT IN (SELECT article_id, tag FROM said)
)
INSERT INTO article_tag (article_id, tag, published_at) SELECT article_id, tag, published_at FROM said
ON CONFLICT (article_id, tag) DO NOTHING`;

/** Gives each of these articles these tags and no others, in one statement. */
export async function saveArticleTags(client: ClientBase, rows: TagsOfArticle[]): Promise<void> {
  const tags = rows.flatMap(({ articleId, tags: each, publishedAt }) =>
    each.map((tag) => ({ articleId, tag, publishedAt })),
  );
  await client.query({
    name: 'save-article-tags',
    text: sql,
    values: [
      rows.map(({ articleId }) => articleId),
      tags.map(({ articleId }) => articleId),
      tags.map(({ tag }) => tag),
      tags.map(({ publishedAt }) => publishedAt),
    ],
  });
}

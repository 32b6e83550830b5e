import type { ClientBase } from 'pg';
import type { TagsOfArticle } from './save-article-tags.js';

const sql = `
SELECT article_id AS "articleId", tag_list AS tags,
       to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt"
FROM article_page WHERE article_id = ANY($1::uuid[])`;

/** The tags of articles on the site, by the articles' ids. */
export async function loadTagsOfArticles(client: ClientBase, ids: string[]): Promise<Map<string, TagsOfArticle>> {
  const { rows } = await client.query<TagsOfArticle>({ name: 'load-tags-of-articles', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}

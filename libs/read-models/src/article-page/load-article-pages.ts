import type { ClientBase } from 'pg';
import type { ArticlePage } from './article-page.entity.js';

const sql = `
SELECT article_id AS "articleId", slug, title, description, body, body_html AS "bodyHtml", format,
       tag_list AS "tagList", author_id AS "authorId", source, comments_closed AS "commentsClosed",
       to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt",
       to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt",
       remark, remark_html AS "remarkHtml", house_version AS "houseVersion", house_title AS "houseTitle",
       house_description AS "houseDescription", house_html AS "houseHtml", section_id AS "sectionId",
       house_entries AS "houseEntries", renderer, closing
FROM article_page WHERE article_id = ANY($1::uuid[])`;

/** The existing rows of these ids, by id. */
export async function loadArticlePages(client: ClientBase, ids: string[]): Promise<Map<string, ArticlePage>> {
  const { rows } = await client.query<ArticlePage>({ name: 'load-article-pages', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}

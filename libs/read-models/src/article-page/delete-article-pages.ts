import type { ClientBase } from 'pg';

const sql = `DELETE FROM article_page WHERE article_id = ANY($1::uuid[])`;

/** Takes articles from the site. */
export async function deleteArticlePages(client: ClientBase, articleIds: string[]): Promise<void> {
  await client.query({ name: 'delete-article-pages', text: sql, values: [articleIds] });
}

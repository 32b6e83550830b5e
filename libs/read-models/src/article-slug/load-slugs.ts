import type { ClientBase } from 'pg';
import type { SlugsOfArticle } from './save-former-slugs.js';

const sql = `SELECT article_id AS "articleId", slug, '{}'::text[] AS former FROM article_page WHERE article_id = ANY($1::uuid[])`;

/** The present slugs of articles, by the articles' ids. */
export async function loadSlugs(client: ClientBase, ids: string[]): Promise<Map<string, SlugsOfArticle>> {
  const { rows } = await client.query<SlugsOfArticle>({ name: 'load-slugs', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.articleId, row]));
}

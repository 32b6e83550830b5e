import type { ClientBase } from 'pg';
import { numberedSlug } from './slug.js';

const sql = `INSERT INTO slugs (slug, article_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
const mostAttempts = 1_000;

/** Reserves the first free slug of a title's row of slugs for the article. @returns the slug it got. */
export async function reserveSlug(client: ClientBase, wanted: string, articleId: string): Promise<string> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const slug = numberedSlug(wanted, attempt);
    const { rowCount } = await client.query(sql, [slug, articleId]);
    if (rowCount === 1) return slug;
  }
  return reserveSlug(client, `${wanted}-${articleId.slice(-8)}`, articleId);
}

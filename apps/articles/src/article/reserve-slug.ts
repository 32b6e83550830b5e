import { takeAdvisoryLock } from '#event-store/take-advisory-lock.js';
import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import { reserveNumberedSlug } from './reserve-numbered-slug.js';

const sql = `INSERT INTO slugs (slug, article_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/** Attempts to get a number. One fails only if another title's own slug is that number at the same moment. */
const maxAttempts = 10;

/** Reserves the slug for the article, or the slug with a free number appended if it is taken. @returns the reserved slug. */
export async function reserveSlug(client: ClientBase, wanted: string, articleId: string): Promise<string> {
  const { rowCount } = await client.query(sql, [wanted, articleId]);
  if (rowCount === 1) return wanted;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    // Articles of one title that are published at once would all try the same number.
    const turn = takeAdvisoryLock(client, 'slug', wanted);
    const [, slug] = await pipelined([turn, reserveNumberedSlug(client, wanted, articleId)]);
    if (slug !== undefined) return slug;
  }
  return reserveSlug(client, `${wanted}-${articleId.slice(-8)}`, articleId);
}

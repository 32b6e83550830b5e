import type { Pool } from 'pg';

/** The newest articles whose tags are told, and how many tags of them at most. */
export const articlesWithTagsTold = 1_000;
export const maxTagsTold = 1_000;

// Those with the newest articles first, so that a new tag is never cut off.
const sql = `
SELECT tag FROM (
  SELECT tag_list, published_at, article_id FROM article_page
  ORDER BY published_at DESC, article_id DESC LIMIT ${articlesWithTagsTold}
) AS newest, jsonb_array_elements_text(tag_list) AS tag
GROUP BY tag ORDER BY max(published_at) DESC, tag LIMIT ${maxTagsTold}`;

/** Tags of the newest articles, the most recently used first. */
export async function readTags(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>({ name: 'read-tags', text: sql });
  return rows.map(({ tag }) => tag);
}

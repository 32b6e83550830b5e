import type { ClientBase } from 'pg';

// A locked row is being saved: by this version, with its tags, or by one that this process will succeed too. What was
// tagged meanwhile stays as it is.
const sql = `
WITH unfilled AS (
  SELECT article_id, tag_list, published_at FROM article_page WHERE NOT in_tags FOR UPDATE SKIP LOCKED
), filled AS (
  INSERT INTO article_tag (article_id, tag, published_at)
  SELECT DISTINCT article_id, tag, published_at FROM unfilled, jsonb_array_elements_text(tag_list) AS tag
  ON CONFLICT (article_id, tag) DO NOTHING
)
UPDATE article_page SET in_tags = true FROM unfilled WHERE article_page.article_id = unfilled.article_id`;

/** Fills in the tags of articles that a projector of the version before has written. */
export async function fillArticleTags(client: ClientBase): Promise<void> {
  await client.query(sql);
}

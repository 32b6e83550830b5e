import type { ClientBase } from 'pg';
import type { OutdatedArticle } from './read-outdated-articles.js';

type Saved = Omit<
  OutdatedArticle,
  'title' | 'description' | 'body' | 'format' | 'remark' | 'houseEntries' | 'sectionId'
>;

// A row that is locked or was changed meanwhile is left: it is found again where its HTML is still of an older renderer.
const sql = `
WITH rendered AS (
  SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS rendered (article_id, xmin_read, body_html, remark_html, house_title, house_description, house_html)
), free AS (
  SELECT page.article_id FROM article_page AS page JOIN rendered USING (article_id)
  WHERE page.xmin::text = xmin_read FOR UPDATE OF page SKIP LOCKED
)
UPDATE article_page AS page SET renderer = $1, body_html = rendered.body_html, remark_html = rendered.remark_html,
  house_title = rendered.house_title, house_description = rendered.house_description, house_html = rendered.house_html
FROM rendered JOIN free USING (article_id) WHERE page.article_id = rendered.article_id
RETURNING page.article_id AS "articleId"`;

/** Stores what these articles have become. @returns the ids of those that were stored */
export async function saveRenderedArticles(client: ClientBase, renderer: number, rows: Saved[]): Promise<string[]> {
  const values = [
    renderer,
    rows.map((row) => row.articleId),
    rows.map((row) => row.xmin),
    rows.map((row) => row.bodyHtml),
    rows.map((row) => row.remarkHtml),
    rows.map((row) => row.houseTitle),
    rows.map((row) => row.houseDescription),
    rows.map((row) => row.houseHtml),
  ];
  const saved = await client.query<{ articleId: string }>({ name: 'save-rendered-articles', text: sql, values });
  return saved.rows.map(({ articleId }) => articleId);
}

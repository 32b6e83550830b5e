import type { ClientBase } from 'pg';
import type { ArticlePage } from './article-page.entity.js';

const sql = `
INSERT INTO article_page (article_id, slug, title, description, body, body_html, format, tag_list, author_id, source, comments_closed, published_at, updated_at, remark, remark_html, house_version, house_title, house_description, house_html, section_id, house_entries, renderer, closing, in_tags)
SELECT *, true FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::uuid[], $10::jsonb[], $11::boolean[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::integer[], $17::text[], $18::text[], $19::text[], $20::uuid[], $21::jsonb[], $22::smallint[], $23::jsonb[])
ON CONFLICT (article_id) DO UPDATE SET slug = excluded.slug, title = excluded.title, description = excluded.description, body = excluded.body, body_html = excluded.body_html, format = excluded.format, tag_list = excluded.tag_list, author_id = excluded.author_id, source = excluded.source, comments_closed = excluded.comments_closed, published_at = excluded.published_at, updated_at = excluded.updated_at, remark = excluded.remark, remark_html = excluded.remark_html, house_version = excluded.house_version, house_title = excluded.house_title, house_description = excluded.house_description, house_html = excluded.house_html, section_id = excluded.section_id, house_entries = excluded.house_entries, renderer = excluded.renderer, closing = excluded.closing`;

/** Inserts or replaces rows, in one statement; whether the tags of one were stored stays said as it was. */
export async function saveArticlePages(client: ClientBase, rows: ArticlePage[]): Promise<void> {
  await client.query({
    name: 'save-article-pages',
    text: sql,
    values: [
      rows.map((row) => row.articleId),
      rows.map((row) => row.slug),
      rows.map((row) => row.title),
      rows.map((row) => row.description),
      rows.map((row) => row.body),
      rows.map((row) => row.bodyHtml),
      rows.map((row) => row.format),
      rows.map((row) => JSON.stringify(row.tagList)),
      rows.map((row) => row.authorId),
      rows.map((row) => row.source && JSON.stringify(row.source)),
      rows.map((row) => row.commentsClosed),
      rows.map((row) => row.publishedAt),
      rows.map((row) => row.updatedAt),
      rows.map((row) => row.remark),
      rows.map((row) => row.remarkHtml),
      rows.map((row) => row.houseVersion ?? null),
      rows.map((row) => row.houseTitle ?? null),
      rows.map((row) => row.houseDescription ?? null),
      rows.map((row) => row.houseHtml ?? null),
      rows.map((row) => row.sectionId),
      rows.map((row) => row.houseEntries && JSON.stringify(row.houseEntries)),
      rows.map((row) => row.renderer ?? 1),
      rows.map((row) => row.closing && JSON.stringify(row.closing)),
    ],
  });
}

import type { ClientBase } from 'pg';
import type { CommentThreadRow } from './comment-thread.entity.js';

const sql = `
INSERT INTO read_v1.comment_thread (comment_id, article_id, parent_id, person_id, kind, name, website, body, body_html, format, posted_at, imported, held_because)
SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::boolean[], $13::text[])
ON CONFLICT (comment_id) DO UPDATE SET article_id = excluded.article_id, parent_id = excluded.parent_id, person_id = excluded.person_id, kind = excluded.kind, name = excluded.name, website = excluded.website, body = excluded.body, body_html = excluded.body_html, format = excluded.format, posted_at = excluded.posted_at, imported = excluded.imported, held_because = excluded.held_because`;

/** Inserts or replaces rows, all in one statement. */
export async function saveComments(client: ClientBase, rows: CommentThreadRow[]): Promise<void> {
  await client.query({
    name: 'save-comments',
    text: sql,
    values: [
      rows.map((row) => row.commentId),
      rows.map((row) => row.articleId),
      rows.map((row) => row.parentId),
      rows.map((row) => row.personId),
      rows.map((row) => row.kind),
      rows.map((row) => row.name),
      rows.map((row) => row.website),
      rows.map((row) => row.body),
      rows.map((row) => row.bodyHtml),
      rows.map((row) => row.format),
      rows.map((row) => row.postedAt),
      rows.map((row) => row.imported),
      rows.map((row) => row.heldBecause),
    ],
  });
}

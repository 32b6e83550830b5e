import type { ClientBase } from 'pg';
import type { CommentTextRow } from './comment-text.entity.js';

const sql = `
INSERT INTO comment_text (comment_id, version, name, website, body, body_html, format, renderer, edited_at, deleted_by)
SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[],
                     $9::timestamptz[], $10::text[])
ON CONFLICT (comment_id, version) DO NOTHING`;

/** Inserts rows that do not exist, in one statement; existing rows stay, so a scrubbed text stays scrubbed. */
export async function saveCommentTexts(client: ClientBase, rows: CommentTextRow[]): Promise<void> {
  await client.query({
    name: 'save-comment-texts',
    text: sql,
    values: [
      rows.map((row) => row.commentId),
      rows.map((row) => row.version),
      rows.map((row) => row.name),
      rows.map((row) => row.website),
      rows.map((row) => row.body),
      rows.map((row) => row.bodyHtml),
      rows.map((row) => row.format),
      rows.map((row) => row.renderer ?? 1),
      rows.map((row) => row.editedAt),
      rows.map((row) => row.deletedBy),
    ],
  });
}

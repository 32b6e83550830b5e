import type { ClientBase } from 'pg';
import type { CommentShownRow } from './comment-shown.entity.js';

const sql = `
INSERT INTO comment_shown (comment_id, "from", until, version, why)
SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::int[], $5::text[])
ON CONFLICT (comment_id, "from") DO UPDATE SET until = excluded.until, version = excluded.version, why = excluded.why`;

/** Inserts intervals, or replaces those that begin at the same moment, in one statement. */
export async function saveShownIntervals(client: ClientBase, rows: CommentShownRow[]): Promise<void> {
  await client.query({
    name: 'save-shown-intervals',
    text: sql,
    values: [
      rows.map((row) => row.commentId),
      rows.map((row) => row.from),
      rows.map((row) => row.until),
      rows.map((row) => row.version),
      rows.map((row) => row.why),
    ],
  });
}

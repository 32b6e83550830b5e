import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import type { CommentStateRow } from './comment-state.entity.js';
import { placeTombstones } from './place-tombstones.js';

const sql = `
INSERT INTO comment_state AS stored
  (comment_id, article_id, parent_id, person_id, kind, posted_at, imported, version, bytes, shown, shown_since,
   held_because, deleted)
SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::boolean[],
                     $8::int[], $9::int[], $10::boolean[], $11::timestamptz[], $12::text[], $13::boolean[])
ON CONFLICT (comment_id) DO UPDATE
SET version = excluded.version, shown = excluded.shown, shown_since = excluded.shown_since, held_because = excluded.held_because,
    deleted = excluded.deleted,
    bytes = CASE WHEN stored.version = excluded.version THEN stored.bytes ELSE excluded.bytes END`;

/**
 * Inserts rows, or replaces their columns that can change, in one statement. If the text is the same, the stored size
 * of the text stays: its author may have been erased since the row was loaded.
 */
export async function saveCommentStates(client: ClientBase, rows: CommentStateRow[]): Promise<void> {
  const saved = client.query({
    name: 'save-comment-states',
    text: sql,
    values: [
      rows.map((row) => row.commentId),
      rows.map((row) => row.articleId),
      rows.map((row) => row.parentId),
      rows.map((row) => row.personId),
      rows.map((row) => row.kind),
      rows.map((row) => row.postedAt),
      rows.map((row) => row.imported),
      rows.map((row) => row.version),
      rows.map((row) => row.bytes),
      rows.map((row) => row.shown),
      rows.map((row) => row.shownSince),
      rows.map((row) => row.heldBecause),
      rows.map((row) => row.deleted),
    ],
  });
  await pipelined([saved, placeTombstones(client, rows)]);
}

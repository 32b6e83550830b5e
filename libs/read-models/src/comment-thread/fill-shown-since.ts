import type { ClientBase } from 'pg';

// A locked row is being saved: by this version, with its time, or by one that this process will succeed too.
const sql = `
WITH unfilled AS (
  SELECT comment_id FROM comment_state WHERE shown AND NOT deleted AND shown_since IS NULL FOR UPDATE SKIP LOCKED
)
UPDATE comment_state AS state SET shown_since = open."from"
FROM unfilled JOIN comment_shown AS open USING (comment_id)
WHERE state.comment_id = unfilled.comment_id AND open.until IS NULL`;

/** Fills `shown_since` in rows that a projector of the version before has written. */
export async function fillShownSince(client: ClientBase): Promise<void> {
  await client.query(sql);
}

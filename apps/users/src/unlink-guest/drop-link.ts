import type { ClientBase } from 'pg';

// A name that the account itself uses by now stays held, and so does one that another of its guests has.
const sql = `
WITH dropped AS (DELETE FROM links WHERE guest_id = $1 RETURNING account_id, held_names)
DELETE FROM reservations USING dropped
WHERE kind = 'username' AND person_id = dropped.account_id AND hash = ANY(dropped.held_names)
  AND released_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM links AS other
                  WHERE other.account_id = dropped.account_id AND other.guest_id <> $1 AND hash = ANY(other.held_names))`;

/** Deletes a guest's link, and releases the names that were held for it. */
export async function dropLink(client: ClientBase, guestId: string): Promise<void> {
  await client.query(sql, [guestId]);
}

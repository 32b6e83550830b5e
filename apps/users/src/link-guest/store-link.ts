import type { ClientBase } from 'pg';

const sql = `
INSERT INTO links (guest_id, account_id, held_names) VALUES ($1, $2, $3)
ON CONFLICT (guest_id) DO UPDATE SET account_id = excluded.account_id, held_names = excluded.held_names`;

/** Stores a guest's link to an account, and the hashes of the names that are held for it. */
export async function storeLink(
  client: ClientBase,
  { guestId, accountId, heldNames }: { guestId: string; accountId: string; heldNames: string[] },
): Promise<void> {
  await client.query(sql, [guestId, accountId, heldNames]);
}

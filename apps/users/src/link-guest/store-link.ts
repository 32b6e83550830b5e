import type { ClientBase } from 'pg';

const sql = `
INSERT INTO links (guest_id, account_id, held_names) VALUES ($1, $2, $3)
ON CONFLICT (guest_id) DO UPDATE SET account_id = excluded.account_id, held_names = excluded.held_names`;

/** Notes that a guest has become an account, for which these names are held, by their hashes. */
export async function storeLink(
  client: ClientBase,
  { guestId, accountId, heldNames }: { guestId: string; accountId: string; heldNames: string[] },
): Promise<void> {
  await client.query(sql, [guestId, accountId, heldNames]);
}

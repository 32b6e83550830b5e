import type { ClientBase } from 'pg';

const sql = `SELECT guest_id FROM links WHERE account_id = $1 ORDER BY guest_id`;

/** The guests linked to an account. */
export async function findGuestsOf(client: ClientBase, accountId: string): Promise<string[]> {
  const { rows } = await client.query<{ guest_id: string }>(sql, [accountId]);
  return rows.map(({ guest_id }) => guest_id);
}

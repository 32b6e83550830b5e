import type { ClientBase } from 'pg';
import { maxGuestsOfAccount } from '../standing/link.decider.js';

const sql = `SELECT count(*)::int AS count FROM (SELECT FROM links WHERE account_id = $1 LIMIT $2) AS counted`;

/** How many guests are linked to an account, counted up to the upper bound; the account must be locked. */
export async function countGuests(client: ClientBase, accountId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(sql, [accountId, maxGuestsOfAccount]);
  return rows[0]?.count ?? 0;
}

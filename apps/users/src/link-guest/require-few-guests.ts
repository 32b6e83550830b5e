import { conflict } from '#http/problem.js';
import type { ClientBase } from 'pg';

/** The most guests that one account can have become. */
export const mostGuestsOfAccount = 100;

const sql = `SELECT count(*)::int AS count FROM (SELECT FROM links WHERE account_id = $1 LIMIT $2) AS counted`;

/** The account must be locked. @throws Problem 409 where it has as many guests as one can. */
export async function requireFewGuests(client: ClientBase, accountId: string): Promise<void> {
  const { rows } = await client.query<{ count: number }>(sql, [accountId, mostGuestsOfAccount]);
  if ((rows[0]?.count ?? 0) < mostGuestsOfAccount) return;
  throw conflict(`This account has ${mostGuestsOfAccount} guests, the most one can have.`, {
    guest: ['is one too many'],
  });
}

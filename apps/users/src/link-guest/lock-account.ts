import type { ClientBase } from 'pg';
import { unauthorized } from '#http/problem.js';

// Who erases the account deletes this row first, and so waits until it is known who is linked to it; whoever links another
// guest waits too, so that guests are counted.
const sql = `SELECT FROM credentials WHERE person_id = $1 FOR NO KEY UPDATE`;

/** Keeps an account from being erased during this transaction. @throws Problem 401 when it was. */
export async function lockAccount(client: ClientBase, accountId: string): Promise<void> {
  const { rowCount } = await client.query(sql, [accountId]);
  if (rowCount === 0) throw unauthorized('is of somebody who was erased');
}

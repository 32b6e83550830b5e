import type { ClientBase } from 'pg';
import { unauthorized } from '#service/problem.js';

// Who erases the account deletes this row first, and so waits until it is known who is linked to it.
const sql = `SELECT FROM credentials WHERE person_id = $1 FOR KEY SHARE`;

/** Keeps an account from being erased during this transaction. @throws Problem 401 when it was. */
export async function lockAccount(client: ClientBase, accountId: string): Promise<void> {
  const { rowCount } = await client.query(sql, [accountId]);
  if (rowCount === 0) throw unauthorized('is of somebody who was erased');
}

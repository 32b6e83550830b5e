import type { ClientBase } from 'pg';

// Who erases the account deletes this row first, and so waits until it is known who is linked to it; whoever links another
// guest waits too, so that guests are counted.
const sql = `SELECT FROM credentials WHERE person_id = $1 FOR NO KEY UPDATE`;

/** Keeps an account from being erased during this transaction. @returns false when it was. */
export async function lockAccount(client: ClientBase, accountId: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [accountId]);
  return rowCount === 1;
}

import type { ClientBase } from 'pg';

// An erasure of the account deletes this row first, and so waits until a running link is stored. Another link waits too, so
// that guests are counted correctly.
const sql = `SELECT FROM credentials WHERE person_id = $1 FOR NO KEY UPDATE`;

/** Keeps an account from being erased during this transaction. @returns false if it was erased. */
export async function lockAccount(client: ClientBase, accountId: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [accountId]);
  return rowCount === 1;
}

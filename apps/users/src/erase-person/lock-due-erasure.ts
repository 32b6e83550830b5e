import type { ClientBase } from 'pg';

const sql = `
SELECT FROM erasures WHERE person_id = $1 AND erased_at IS NULL AND due_at <= now()
FOR UPDATE SKIP LOCKED`;

/** Locks a due erasure for this transaction. @returns false if another replica has it, or it was cancelled. */
export async function lockDueErasure(client: ClientBase, personId: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [personId]);
  return rowCount === 1;
}

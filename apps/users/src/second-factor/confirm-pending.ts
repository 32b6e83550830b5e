import type { ClientBase } from 'pg';

const sql = `
UPDATE second_factors SET confirmed_at = now(), last_step = $3
WHERE person_id = $1 AND sealed = $2 AND confirmed_at IS NULL`;

/** Puts a secret that waited to use, with the step of its first code. @returns false if it does not wait any more. */
export async function confirmPending(
  client: ClientBase,
  personId: string,
  { sealed, step }: { sealed: string; step: number },
): Promise<boolean> {
  return (await client.query(sql, [personId, sealed, step])).rowCount === 1;
}

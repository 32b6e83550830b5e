import type { ClientBase } from 'pg';

// The row serialises all replicas: of two that have judged one code, the second finds its step taken.
const sql = `
UPDATE second_factors SET last_step = $3
WHERE person_id = $1 AND sealed = $2 AND confirmed_at IS NOT NULL AND last_step < $3`;

/** Takes the code of a time step. @returns false if it, or a later one, was taken, or the secret is another by now. */
export async function takeStep(
  client: ClientBase,
  personId: string,
  { sealed, step }: { sealed: string; step: number },
): Promise<boolean> {
  return (await client.query(sql, [personId, sealed, step])).rowCount === 1;
}

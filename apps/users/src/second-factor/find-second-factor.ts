import type { Pool } from 'pg';

export interface SecondFactor {
  /** The secret, under the person's key. */
  sealed: string;
  isConfirmed: boolean;
}

const sql = `
SELECT sealed, confirmed_at IS NOT NULL AS "isConfirmed" FROM second_factors WHERE person_id = $1`;

/** An account's second factor, also one that waits for its first code. */
export async function findSecondFactor(pool: Pool, personId: string): Promise<SecondFactor | undefined> {
  const { rows } = await pool.query<SecondFactor>({ name: 'find-second-factor', text: sql, values: [personId] });
  return rows[0];
}

import type { ClientBase, Pool } from 'pg';
import type { Budget } from './daily-budgets.js';

const sql = `
UPDATE spent SET count = count - 1
WHERE subject_id = $1 AND budget = $2 AND day = ($3::timestamptz AT TIME ZONE 'UTC')::date AND count > 0`;

/** Gives back what was spent on a guess that was right. @param at of the spending, ISO 8601 */
export async function giveBack(
  client: ClientBase | Pool,
  { subjectId, budget }: { subjectId: string; budget: Budget },
  at: string,
): Promise<void> {
  await client.query({ name: 'give-back', text: sql, values: [subjectId, budget, at] });
}

import type { ClientBase, Pool } from 'pg';
import { dailyBudgets, type Budget } from './daily-budgets.js';
import { overspent } from './overspent.js';

// The row serialises spenders of all replicas. If a clock is behind, it spends from the later day.
const sql = `
INSERT INTO spent (subject_id, budget, day, count)
SELECT $1, $2, ($3::timestamptz AT TIME ZONE 'UTC')::date, $4::int WHERE $4::int <= $5::int
ON CONFLICT (subject_id, budget) DO UPDATE
SET day = greatest(spent.day, excluded.day),
    count = CASE WHEN excluded.day > spent.day THEN 0 ELSE spent.count END + excluded.count
WHERE CASE WHEN excluded.day > spent.day THEN 0 ELSE spent.count END + excluded.count <= $5::int`;

/**
 * Charges a daily budget; in a transaction, so that a rollback undoes it.
 * @param at ISO 8601. @throws Rejection until the next day (UTC).
 */
export async function spend(
  client: ClientBase | Pool,
  { subjectId, budget, count = 1 }: { subjectId: string; budget: Budget; count?: number },
  at: string,
): Promise<void> {
  const values = [subjectId, budget, at, count, dailyBudgets[budget]];
  const { rowCount } = await client.query({ name: 'spend', text: sql, values });
  if (rowCount === 0) throw overspent(budget, at);
}

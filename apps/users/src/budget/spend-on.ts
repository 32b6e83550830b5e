import type { AddressRangeFact, MuteFact, PersonFact } from '#contracts/events.js';
import type { ClientBase } from 'pg';
import { budgetOf, type Budget } from './daily-budgets.js';
import { spend } from './spend.js';

/** Charges new events of one subject to its budgets, in their transaction. @param at ISO 8601. @throws Rejection */
export async function spendOn(
  client: ClientBase,
  subjectId: string,
  events: readonly (PersonFact | MuteFact | AddressRangeFact)[],
  at: string,
): Promise<void> {
  const counts = new Map<Budget, number>();
  for (const event of events) {
    const budget = budgetOf(event);
    if (budget !== null) counts.set(budget, (counts.get(budget) ?? 0) + 1);
  }
  for (const [budget, count] of counts) await spend(client, { subjectId, budget, count }, at);
}

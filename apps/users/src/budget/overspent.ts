import { tooOftenToday, type Rejection } from '#decider/rejection.js';
import { dailyBudgets, type Budget } from './daily-budgets.js';

const dayMs = 24 * 60 * 60 * 1_000;

/** The rejection when a day's budget is used up. @param at ISO 8601. */
export function overspent(budget: Budget, at: string): Rejection {
  const seconds = Math.ceil((dayMs - (Date.parse(at) % dayMs)) / 1_000);
  const most = `${budget}: ${dailyBudgets[budget]} a day`;
  return tooOftenToday('BudgetSpent', `That is all for today (${most}). Try again in ${seconds} s.`, at, {
    limit: [most],
  });
}

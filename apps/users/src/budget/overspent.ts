import { Problem } from '#service/problem.js';
import { dailyBudgets, type Budget } from './daily-budgets.js';

/** 429: the budget of a day is spent. @param at ISO 8601. */
export function overspent(budget: Budget, at: string): Problem {
  const tomorrow = Date.parse(`${at.slice(0, 10)}T24:00:00Z`);
  const seconds = Math.max(1, Math.ceil((tomorrow - Date.parse(at)) / 1_000));
  const most = `${budget}: ${dailyBudgets[budget]} a day`;
  return new Problem(429, {
    detail: `That is all for today (${most}). Try again in ${seconds} s.`,
    errors: { limit: [most] },
    headers: { 'Retry-After': String(seconds) },
  });
}

import { Problem } from '#http/problem.js';
import { dailyBudgets, type Budget } from './daily-budgets.js';

const dayMs = 24 * 60 * 60 * 1_000;

/** 429: the budget of a day is spent. @param at ISO 8601. */
export function overspent(budget: Budget, at: string): Problem {
  const seconds = Math.ceil((dayMs - (Date.parse(at) % dayMs)) / 1_000);
  const most = `${budget}: ${dailyBudgets[budget]} a day`;
  return new Problem(429, {
    detail: `That is all for today (${most}). Try again in ${seconds} s.`,
    errors: { limit: [most] },
    headers: { 'Retry-After': String(seconds) },
  });
}

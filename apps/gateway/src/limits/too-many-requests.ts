import { Problem } from '#http/problem.js';
import type { Standing, Taken } from './window.js';

const seconds = (ms: number) => String(Math.max(1, Math.ceil(ms / 1_000)));

/** 429, with the seconds to wait in Retry-After. */
export function tooManyRequests(waitMs: number): Problem {
  const wait = seconds(waitMs);
  const detail = `That was too much at once. Try again in ${wait} s.`;
  return new Problem(429, { detail, errors: { limit: ['too many requests'] }, headers: { 'Retry-After': wait } });
}

/** Milliseconds until a refused request would be granted: every full window must have a free place. */
export const waitOf = ({ standings }: Taken): number =>
  Math.max(0, ...standings.filter(({ remaining }) => remaining === 0).map(({ resetMs }) => resetMs));

/** The state of the window with the fewest places left. */
export function rateLimitHeaders({ standings }: Taken): Record<string, string> {
  const [nearest] = standings.toSorted((one, other) => one.remaining - other.remaining);
  return nearest === undefined ? {} : headersOf(nearest);
}

const headersOf = ({ limit, remaining, resetMs }: Standing) => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': seconds(resetMs),
});

import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from '#postgres/is-away.js';

const sayEveryMs = 5_000;
const shortestPauseMs = 100;
const longestPauseMs = 2_000;

export interface Patience {
  log: { warn(detail: object, message: string): void };
  /** Milliseconds in all. */
  limitMs: number;
  /** Whether an error is one that waiting mends; a database's unless said. */
  mayPass?: (error: unknown) => boolean;
}

/**
 * Does what a process needs done before it can start, again and again while what it needs is away or not set up yet.
 * @param what it waits for, as in “the database of comments”.
 * @throws Error that says so, and what was wrong last, after the limit; any other error at once.
 */
export async function untilThere<Result>(
  what: string,
  attempt: () => Promise<Result>,
  { log, limitMs, mayPass = isAway }: Patience,
): Promise<Result> {
  const begun = performance.now();
  let said = -Infinity;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const reason = reasonOf(error);
      if (!mayPass(error)) throw error;
      const now = performance.now();
      if (now - begun >= limitMs) {
        throw new Error(`waited ${limitMs / 1_000} s for ${what}: ${reason}`, { cause: error });
      }
      if (now - said >= sayEveryMs) {
        log.warn({ reason }, `waiting for ${what}`);
        said = now;
      }
      await pause(Math.min(shortestPauseMs * 2 ** tries, longestPauseMs));
    }
  }
}

/** What several failed addresses said stands in their causes alone. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return (error as Error).message;
}

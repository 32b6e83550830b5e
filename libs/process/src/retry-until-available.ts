import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from '#postgres/is-away.js';

const sayEveryMs = 5_000;
const shortestPauseMs = 100;
const longestPauseMs = 2_000;

export interface Patience {
  log: { warn(detail: object, message: string): void };
  /** Upper bound of the whole wait in milliseconds. */
  limitMs: number;
  /** Whether an error may pass by waiting; by default a database's transient errors. */
  mayPass?: (error: unknown) => boolean;
}

/**
 * Retries what a process needs before it can start, while what it depends on is away or not set up yet.
 * @param what it waits for, as in “the database of comments”.
 * @throws Error naming it and the last error, after the limit; any other error at once.
 */
export async function retryUntilAvailable<Result>(
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

/** When several addresses failed, only the causes say why. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return (error as Error).message;
}

import type { Deadline } from '../consistency/deadline.js';

/** What a try came to when the service gave no answer that counts. */
export type Failure = 'no connection' | 'timed out' | 'unavailable';

const usualTryMs = 1200;
const leastMs = 300;
const pauseMs = 100;

/** Milliseconds a try may take, at most `tryMs`; undefined when too little time is left for one. */
export function timeForTry(deadline: Deadline, tryMs = usualTryMs): number | undefined {
  const left = Math.floor(deadline.left(tryMs));
  return left < leastMs ? undefined : left;
}

/** Rounds over all copies of a service in which none was reached: about a second, as long as a copy takes to be back. */
export const mostUnreached = 10;

/**
 * Milliseconds to wait before the next try, or undefined to give up: where the service was reached after the second, where
 * it was not after ten. A retry is safe whatever became of the try before, because all carry the same Idempotency-Key.
 */
export function pauseBeforeRetry(failedTries: number, failure: Failure, deadline: Deadline): number | undefined {
  if (failedTries > (failure === 'no connection' ? mostUnreached : 1)) return undefined;
  const pause = failure === 'timed out' ? 0 : pauseMs;
  return deadline.left() - pause < leastMs ? undefined : pause;
}

/**
 * An answer that says nothing of the command itself: from a proxy, or from a service that is not ready, whose database
 * is away, or that has another key than we (421). A 500 says that something is wrong which no repetition mends.
 */
export const saysNothing = (status: number): boolean => status > 500 || status === 421;

import type { Deadline } from '../consistency/deadline.js';

/** The result of a try to which the service gave no answer that counts. */
export type Failure = 'no connection' | 'timed out' | 'unavailable';

const usualTryMs = 1200;
const leastMs = 300;
const pauseMs = 100;

/** Milliseconds that a try may take, at most `tryMs`; undefined if too little time is left for one. */
export function timeForTry(deadline: Deadline, tryMs = usualTryMs): number | undefined {
  const left = Math.floor(deadline.left(tryMs));
  return left < leastMs ? undefined : left;
}

/** Rounds over all replicas of a service in which none was reached: about a second, as long as a restart takes. */
export const maxUnreached = 10;

/**
 * Milliseconds to wait before the next try; undefined to stop: after the second try that reached the service, or the
 * tenth that did not. A retry is safe whatever happened to the try before, because all have the same Idempotency-Key.
 */
export function pauseBeforeRetry(failedTries: number, failure: Failure, deadline: Deadline): number | undefined {
  if (failedTries > (failure === 'no connection' ? maxUnreached : 1)) return undefined;
  const pause = failure === 'timed out' ? 0 : pauseMs;
  return deadline.left() - pause < leastMs ? undefined : pause;
}

/**
 * An answer that is not about the command: it comes from a proxy, or from a service that is not ready, whose database
 * is away, or that has another key than we (421). A 500 is no such answer: it is a fault that a repetition does not
 * mend.
 */
export const saysNothing = (status: number): boolean => status > 500 || status === 421;

import { setTimeout as delay } from 'node:timers/promises';

/** Upper bound of the portions in one round; what is left waits for the next round. */
export const maxPortionsARound = 1_000;

/** Milliseconds of rest between two portions; as long as the last portion took, if that is more. */
export const leastRestMs = 20;

/**
 * Does periodic work a portion at a time until nothing is left, the round is full or the signal is aborted. It rests between
 * portions, so that it uses at most half of one database connection's time.
 * @param portion does a little, in a transaction of its own. @returns how much; 0 once nothing is left.
 * @throws what `portion` throws; earlier portions stay done.
 */
export async function workInPortions(
  portion: () => Promise<number>,
  signal: AbortSignal,
  most = maxPortionsARound,
): Promise<void> {
  for (let portions = 0; portions < most && !signal.aborted; portions += 1) {
    const begun = performance.now();
    if ((await portion()) === 0) return;
    await delay(Math.max(leastRestMs, performance.now() - begun), undefined, { signal }).catch(() => undefined);
  }
}

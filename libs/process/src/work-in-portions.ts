import { setTimeout as delay } from 'node:timers/promises';

/** Portions a chore does in one round; what is left waits for the next round. */
export const mostPortionsARound = 1_000;

/** Milliseconds a chore rests between two portions, or as long as the last one took where that is more. */
export const leastRestMs = 20;

/**
 * Does a chore's work a portion at a time until nothing is left, the round is full or the signal is aborted. It rests
 * between portions, so that it takes at most half of what the database gives to one connection.
 * @param portion does a little, in one transaction of its own. @returns how much; 0 once nothing is left.
 * @throws what `portion` throws; the portions before stay done.
 */
export async function workInPortions(
  portion: () => Promise<number>,
  signal: AbortSignal,
  most = mostPortionsARound,
): Promise<void> {
  for (let portions = 0; portions < most && !signal.aborted; portions += 1) {
    const begun = performance.now();
    if ((await portion()) === 0) return;
    await delay(Math.max(leastRestMs, performance.now() - begun), undefined, { signal }).catch(() => undefined);
  }
}

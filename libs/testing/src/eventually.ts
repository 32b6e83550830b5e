import { setTimeout as delay } from 'node:timers/promises';

export interface Eventually {
  /** What is waited for, for the error message. */
  what: string;
  timeoutMs?: number;
  everyMs?: number;
}

/**
 * Waits until the probe returns something other than undefined or false, and returns that.
 * @throws Error naming what did not come, with the probe's last error.
 */
export async function eventually<Result>(
  probe: () => Promise<Result | undefined | false> | Result | undefined | false,
  { what, timeoutMs = 10_000, everyMs = 20 }: Eventually,
): Promise<Result> {
  const until = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const result = await probe();
      if (result !== undefined && result !== false) return result;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= until) throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause: last });
    await delay(everyMs);
  }
}

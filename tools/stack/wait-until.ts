import { setTimeout as delay } from 'node:timers/promises';

export interface Waiting {
  what: string;
  timeoutMs: number;
  everyMs?: number;
  /** Ends the wait early with this error, for example when the process has died. */
  failed?: () => Error | undefined;
}

/** Waits until the probe returns true; an exception counts as "not yet". @throws Error naming what it waited for. */
export async function waitUntil(probe: () => Promise<boolean>, { what, timeoutMs, everyMs = 50, failed }: Waiting) {
  const until = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < until) {
    const failure = failed?.();
    if (failure) throw failure;
    try {
      if (await probe()) return;
    } catch (error) {
      last = error;
    }
    await delay(everyMs);
  }
  const because = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`waited ${timeoutMs / 1_000} s for ${what}${because}`);
}

import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import type { Standing, Window } from './window.js';

interface Windows {
  take(window: Window): Standing | Promise<Standing>;
}

/** The tests of every window store, wherever it counts. */
export function countsRightly(open: (spanSeconds: number) => Windows): void {
  const window = (limit: number) => ({ key: `limit:test:${randomUUID()}`, limit });

  test('a window grants as many requests as its limit, and begins anew when it has ended', async () => {
    const windows = open(1);
    const three = window(3);
    const begun = performance.now();
    for (const remaining of [2, 1, 0]) {
      expect(await windows.take(three)).toMatchObject({ limit: 3, granted: true, remaining });
    }
    const { granted, remaining, resetMs } = await windows.take(three);
    expect([granted, remaining]).toEqual([false, 0]);
    expect(resetMs).toBeGreaterThan(0);
    expect(resetMs).toBeLessThanOrEqual(1_000);
    const next = async () => (await windows.take(three)).granted;
    await eventually(next, { what: 'the next window', timeoutMs: 5_000 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(995);
  });

  test('of many concurrent requests, as many are granted as there are places', async () => {
    const windows = open(60);
    const ten = window(10);
    const all = await Promise.all(Array.from({ length: 50 }, async () => windows.take(ten)));
    expect(all.filter(({ granted }) => granted)).toHaveLength(10);
  });
}

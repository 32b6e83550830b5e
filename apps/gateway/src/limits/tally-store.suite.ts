import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Tally, TallyStore } from './tally-store.js';

/** The tests of every tally store, wherever it counts. */
export function talliesRightly(open: () => TallyStore): void {
  const tally = (free: number, firstDelayMs = 300): Tally => ({
    ...{ key: `limit:test:${randomUUID()}`, free, firstDelayMs, maxDelayMs: firstDelayMs * 4 },
  });

  test('too many failures make the next attempt wait, twice as long each time, up to a limit', async () => {
    const store = open();
    const failing = tally(2);
    const waits: number[] = [];
    for (let counted = 0; counted < 5;) {
      const wait = await store.attempt([failing]);
      if (wait === 0) counted += 1;
      else if (waits[counted] === undefined) waits[counted] = wait;
    }
    expect(Object.keys(waits)).toEqual(['2', '3', '4']);
    [300, 600, 1_200].forEach((most, index) => {
      expect(waits[index + 2]).toBeLessThanOrEqual(most);
      expect(waits[index + 2]).toBeGreaterThan(most / 2);
    });
  });

  test('concurrent attempts gain nothing, and a success does not count as a failure', async () => {
    const store = open();
    const [pair, address] = [tally(3, 60_000), tally(4, 60_000)];
    const waits = await Promise.all(Array.from({ length: 20 }, () => store.attempt([pair, address])));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    await store.correct([pair], [address]);
    expect(await store.attempt([pair, address])).toBe(0);
    expect(await store.attempt([pair, address])).toBe(0);
    expect(await store.attempt([pair, address])).toBeGreaterThan(0);
  });
}

import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import type { LimitStore, Tally } from './limit-store.js';

const spanMs = 800;

/** What is counted, wherever it is counted. */
export function countsRightly(open: () => LimitStore): void {
  const window = (limit: number) => ({ key: `limit:test:${randomUUID()}`, limit });
  const tally = (free: number, firstDelayMs = 300): Tally => ({
    ...{ key: `limit:test:${randomUUID()}`, free, firstDelayMs, mostDelayMs: firstDelayMs * 4 },
  });

  test('a window takes what its limit says, and the next when the first place is free again', async () => {
    const store = open();
    const three = window(3);
    const begun = performance.now();
    for (const remaining of [2, 1, 0]) {
      const { granted, standings } = await store.take([three], spanMs);
      expect([granted, standings[0]]).toEqual([true, expect.objectContaining({ limit: 3, remaining })]);
    }
    const refused = await store.take([three], spanMs);
    expect(refused.granted).toBe(false);
    expect(refused.standings[0]?.resetMs).toBeLessThanOrEqual(spanMs);
    const isGranted = async () => (await store.take([three], spanMs)).granted;
    await eventually(isGranted, { what: 'a place', timeoutMs: 5_000 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(spanMs - 5);
  });

  test('of many at once as many are granted as there are places', async () => {
    const store = open();
    const ten = window(10);
    const all = await Promise.all(Array.from({ length: 50 }, () => store.take([ten], 60_000)));
    expect(all.filter(({ granted }) => granted)).toHaveLength(10);
  });

  test('a full window takes no place of another', async () => {
    const store = open();
    const [one, two] = [window(1), window(2)];
    expect((await store.take([one, two], 60_000)).granted).toBe(true);
    expect((await store.take([one, two], 60_000)).granted).toBe(false);
    expect((await store.take([two], 60_000)).granted).toBe(true);
    expect((await store.take([two], 60_000)).granted).toBe(false);
  });

  test('failures too many make the next attempt wait, twice as long each time, up to a limit', async () => {
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

  test('attempts at once win nothing, and what succeeded is not held against anybody', async () => {
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

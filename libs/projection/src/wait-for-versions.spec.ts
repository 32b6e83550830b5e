import { expect, test } from '@jest/globals';
import { maxStreamsWaitedFor, maxWaiting, ProgressWaiter } from './wait-for-versions.js';

/** A database that never answers, so that every wait goes on. */
const silent = { query: () => new Promise<never>(() => undefined) };

test('beyond the limit of waits the next one fails at once, and those before go on', async () => {
  const waiter = new ProgressWaiter(silent, '', 'waiting');
  const waiting = Array.from({ length: maxWaiting }, (_, one) => waiter.waitFor({ [`comment-${one}`]: 1 }, 60_000));
  expect(await waiter.waitFor({ 'comment-0': 1 }, 60_000)).toBe(false);
  let told = 0;
  for (const each of waiting) void each.then(() => (told += 1));
  await Promise.resolve();
  expect(told).toBe(0);
  await waiter.close();
  await Promise.all(waiting);
});

test('a wait for too many streams fails at once', async () => {
  const waiter = new ProgressWaiter(silent, '', 'waiting');
  const streams = Array.from({ length: maxStreamsWaitedFor + 1 }, (_, one) => [`comment-${one}`, 1]);
  expect(await waiter.waitFor(Object.fromEntries(streams) as Record<string, number>, 60_000)).toBe(false);
  await waiter.close();
});

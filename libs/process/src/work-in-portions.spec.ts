import { expect, test } from '@jest/globals';
import { workInPortions, leastRestMs } from './work-in-portions.js';

const running = new AbortController().signal;

test('work goes on until nothing is left', async () => {
  const left = [3, 2, 1, 0, 9];
  await workInPortions(() => Promise.resolve(left.shift() ?? 0), running);
  expect(left).toEqual([9]);
});

test('work rests after a portion at least as long as the portion took', async () => {
  const begun = performance.now();
  const times: number[] = [];
  await workInPortions(async () => {
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 3 * leastRestMs));
    return times.length < 2 ? 1 : 0;
  }, running);
  expect(times[1]).toBeGreaterThanOrEqual(6 * leastRestMs - 5);
});

test('aborted work ends after the current portion', async () => {
  const stopping = new AbortController();
  let portions = 0;
  await workInPortions(() => {
    portions += 1;
    if (portions === 2) stopping.abort();
    return Promise.resolve(1);
  }, stopping.signal);
  expect(portions).toBe(2);
});

test('a round has a limit of portions, however much is left', async () => {
  let portions = 0;
  await workInPortions(() => Promise.resolve((portions += 1)), running, 5);
  expect(portions).toBe(5);
});

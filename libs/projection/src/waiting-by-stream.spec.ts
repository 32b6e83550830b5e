import { expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { WaitingByStream, type Waiting } from './waiting-by-stream.js';

const many = 10_000;
const maxMs = 200;

function waitFor(waiting: WaitingByStream, versions: Record<string, number>) {
  const told: boolean[] = [];
  const entry: Waiting = { versions: new Map(Object.entries(versions)), resolve: (reached) => told.push(reached) };
  waiting.add(entry);
  return { entry, told };
}

test('a wait ends once all its versions are reached, and leaves nothing behind', () => {
  const waiting = new WaitingByStream();
  const { entry, told } = waitFor(waiting, { 'article-1': 2, 'person-1': 1 });
  waiting.reach('article-1', 1);
  waiting.reach('person-1', 3);
  waiting.reach('person-2', 3);
  expect([told, waiting.streams]).toEqual([[], ['article-1']]);
  waiting.reach('article-1', 2);
  waiting.remove(entry);
  expect([told, waiting.size, waiting.streams]).toEqual([[true], 0, []]);
});

test('a wait that is removed leaves the other waits of the stream', () => {
  const waiting = new WaitingByStream();
  const [gone, staying] = [waitFor(waiting, { 'article-1': 1 }), waitFor(waiting, { 'article-1': 1 })];
  waiting.remove(gone.entry);
  waiting.reach('article-1', 1);
  expect([gone.told, staying.told]).toEqual([[], [true]]);
});

test('10,000 notifications cost nothing for 10,000 waits on other streams', async () => {
  const waiting = new WaitingByStream();
  for (let one = 0; one < many; one += 1) waitFor(waiting, { [`comment-${one}`]: 1, [`article-${one}`]: 1 });
  let cpuMs = 0;
  // Checking each wait at each notification would take seconds; the loop stops once the limit is exceeded.
  for (let told = 0; told < many && cpuMs < maxMs; told += 100) {
    cpuMs += await cpuMsOf(() => {
      for (let each = told; each < told + 100; each += 1) {
        waiting.reach(`person-${each}`, 1);
        waiting.reach(`comment-${each}`, 1);
      }
    });
  }
  expect(cpuMs).toBeLessThan(maxMs);
});

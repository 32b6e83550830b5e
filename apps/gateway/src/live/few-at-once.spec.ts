import { expect, test } from '@jest/globals';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { FewAtOnce } from './few-at-once.js';

test('others wait for their turn, in order, also behind one that fails', async () => {
  const few = new FewAtOnce(2);
  const begun: number[] = [];
  const works = [0, 1, 2, 3].map(() => Promise.withResolvers<number>());
  const results = works.map(({ promise }, at) =>
    few.run(() => {
      begun.push(at);
      return promise;
    }),
  );
  const settled = Promise.allSettled(results);
  await endOfTurn();
  expect(begun).toEqual([0, 1]);
  works[1]?.reject(new Error('failed'));
  await endOfTurn();
  expect(begun).toEqual([0, 1, 2]);
  for (const [at, { resolve }] of works.entries()) resolve(at);
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(begun).toEqual([0, 1, 2, 3]);
});

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findRot } from '#tools/mutants/find-rot.js';
import { readMutants } from '#tools/mutants/read-mutants.js';

const root = join(import.meta.dirname, '..', '..');
const mutants = await readMutants(root);

test('each guard of the list occurs once in its file, and its test exists', () => {
  expect(findRot(root, mutants)).toEqual([]);
});

test('each promise that is kept has a guard, and no guard is listed twice', () => {
  const promises = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 20, 21, 22];
  const kept = new Set(mutants.map(({ promise }) => promise));
  expect(promises.filter((promise) => !kept.has(promise))).toEqual([]);
  const sentences = mutants.map(({ guard }) => guard);
  expect(sentences.filter((guard, index) => sentences.indexOf(guard) !== index)).toEqual([]);
});

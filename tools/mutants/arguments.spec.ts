import { expect, test } from '@jest/globals';
import { parseMutantsArguments } from './arguments.js';
import type { Mutant } from './guard.js';

const mutant = (promise: number, file: string): Mutant => ({
  ...{ promise, file, guard: 'it holds', from: 'a', to: 'b', test: 'libs/a.spec.ts' },
});

test('all are tried, two at once, unless some are named', () => {
  const { jobs, list, picks } = parseMutantsArguments([]);
  expect([jobs, list, picks(mutant(7, 'libs/b.ts'))]).toEqual([2, false, true]);
});

test('some are named by their promise, or by a part of a path', () => {
  const { picks } = parseMutantsArguments(['--only', '7', '--only', 'libs/c']);
  expect([mutant(7, 'libs/b.ts'), mutant(17, 'libs/b.ts'), mutant(1, 'libs/c.ts')].map(picks)).toEqual([
    true,
    false,
    true,
  ]);
});

test('an invalid argument is named', () => {
  expect(() => parseMutantsArguments(['--jobs', '0'])).toThrow('--jobs');
  expect(() => parseMutantsArguments(['everything'])).toThrow('everything');
});

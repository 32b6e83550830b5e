import { parseArgs } from 'node:util';
import { wholeNumber } from '#tools/terminal/whole-number.js';
import type { Mutant } from './guard.js';

export interface MutantsArguments {
  help: boolean;
  list: boolean;
  jobs: number;
  /** Whether a mutant is to be tried. */
  picks(mutant: Mutant): boolean;
}

export const usage = `npm run test:mutants

Takes out each guard listed in test/mutants, in a copy of the checkout, and sees that its test fails.

  --only WHICH       a promise by its number, or a part of a file's path; may be given again
  --list             says which guards there are, and tries none
  --jobs N           how many are tried at once (default 2); end-to-end tests run one at a time all the same`;

/** @throws Error that names the flag or argument which does not fit. */
export function parseMutantsArguments(args: string[]): MutantsArguments {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      jobs: { type: 'string' },
    },
  });
  const { help, list, only } = values;
  const isWanted = (which: string, { promise, file, test }: Mutant) =>
    /^\d+$/.test(which) ? promise === Number(which) : file.includes(which) || test.includes(which);
  return {
    ...{ help, list },
    jobs: wholeNumber('--jobs', values.jobs, 1) ?? 2,
    picks: (mutant) => only.length === 0 || only.some((which) => isWanted(which, mutant)),
  };
}

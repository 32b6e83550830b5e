import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';
import type { Mutant } from './guard.js';

export interface MutantsArguments {
  help: boolean;
  list: boolean;
  jobs: number;
  /** Whether a mutant is to be tried. */
  picks(mutant: Mutant): boolean;
}

interface Flags {
  only: string[];
  list?: boolean;
  jobs?: string;
}

const command = () =>
  commandLine(
    'npm run test:mutants --',
    '[--only WHICH]… [--list] [--jobs N]',
    'Takes out each guard listed in test/mutants, in a copy of the checkout, and sees that its test fails.',
  )
    .option<string[]>(
      '--only <WHICH>',
      "a promise by its number, or a part of a file's path; may be given again",
      (which, others) => [...others, which],
      [],
    )
    .option('--list', 'says which guards there are, and tries none')
    .option('--jobs <N>', 'how many are tried at once (default 2); end-to-end tests run one at a time all the same');

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parseMutantsArguments(args: string[]): MutantsArguments {
  const { flags, help } = readFlags<Flags>(command(), args);
  const { only, list = false, jobs } = flags;
  const isWanted = (which: string, { promise, file, test }: Mutant) =>
    /^\d+$/.test(which) ? promise === Number(which) : file.includes(which) || test.includes(which);
  return {
    ...{ help, list },
    jobs: wholeNumber('--jobs', jobs, 1) ?? 2,
    picks: (mutant) => only.length === 0 || only.some((which) => isWanted(which, mutant)),
  };
}

import { randomInt } from 'node:crypto';
import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export interface FuzzArguments {
  seed: number;
  /** Seconds for all actors together. */
  seconds: number;
  help: boolean;
}

const command = () =>
  commandLine(
    'npm run test:fuzz --',
    '[--seed N] [--seconds N]',
    'Starts a copy of everything and asks each route, as stranger, guest, account and admin, for what its description lets one ' +
      'ask for and for what it does not. Fails where an answer is a 5xx, or a status that the description does not name.',
  )
    .option('--seed <N>', 'what is asked for is made from it (default: another each time; it is printed)')
    .option('--seconds <N>', 'how long to ask, in all (default 120)');

export const usage = usageOf(command());

/** @throws Error that names the invalid flag. */
export function parseFuzzArguments(args: string[]): FuzzArguments {
  const { flags, help } = readFlags<{ seed?: string; seconds?: string }>(command(), args);
  return {
    seed: wholeNumber('--seed', flags.seed) ?? randomInt(2 ** 31 - 1),
    seconds: wholeNumber('--seconds', flags.seconds, 20) ?? 120,
    help,
  };
}

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export interface FuzzArguments {
  seed: number;
  /** For all actors together. */
  seconds: number;
  help: boolean;
}

export const usage = `npm run test:fuzz -- [--seed N] [--seconds N] [--help]

Starts a copy of everything and asks each route, as stranger, guest, account and admin, for what its description lets one
ask for and for what it does not. Fails where an answer is a 5xx, or a status that the description does not name.

  --seed N     what is asked for is made from it (default: another each time; it is printed)
  --seconds N  how long to ask, in all (default 120)`;

/** @throws Error that names the flag which does not fit. */
export function parseFuzzArguments(args: string[]): FuzzArguments {
  const { values } = parseArgs({
    args,
    options: { seed: { type: 'string' }, seconds: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  return {
    seed: wholeNumber('--seed', values.seed) ?? randomInt(2 ** 31 - 1),
    seconds: wholeNumber('--seconds', values.seconds, 20) ?? 120,
    help: values.help,
  };
}

import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';

export const benchmarkNames = [
  'relay',
  'projection',
  'post',
  'reads',
  'signed-in',
  'sign-in',
  'site',
  'live',
  'thesaurus',
  'import',
  'memory',
  'start',
] as const;
export type BenchmarkName = (typeof benchmarkNames)[number];

export interface BenchArguments {
  only: BenchmarkName[];
  rounds: number;
  help: boolean;
}

const command = () =>
  commandLine('npm run bench --', '[--only NAME,…] [--rounds N]', 'Measures each beside its reference.')
    .option('--only <NAMES>', `some of ${benchmarkNames.join(', ')} (default all, in this order)`)
    .option('--rounds <N>', 'how often each is measured, 1 to 9 (default 3); figures are medians');

export const usage = usageOf(command());

/** @throws Error that names the flag or value which does not fit. */
export function parseBenchArguments(args: string[]): BenchArguments {
  const { flags, help } = readFlags<{ only?: string; rounds?: string }>(command(), args);
  const { only = benchmarkNames.join(','), rounds = '3' } = flags;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !benchmarkNames.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`--only knows ${benchmarkNames.join(', ')}, not "${unknown}"`);
  if (!/^[1-9]$/.test(rounds)) throw new Error(`--rounds must be a number from 1 to 9, not "${rounds}"`);
  return { only: benchmarkNames.filter((name) => wanted.includes(name)), rounds: Number(rounds), help };
}

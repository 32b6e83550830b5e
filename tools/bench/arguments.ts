import { parseArgs } from 'node:util';

export const benchmarkNames = [
  'relay',
  'projection',
  'post',
  'reads',
  'signed-in',
  'sign-in',
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

export const usage = `npm run bench -- [--only NAME,…] [--rounds N] [--help]

  --only NAME,…  some of ${benchmarkNames.join(', ')} (default all, in this order)
  --rounds N     how often each is measured, 1 to 9 (default 3); figures are medians`;

/** @throws Error that names the flag or value which does not fit. */
export function parseBenchArguments(args: string[]): BenchArguments {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: benchmarkNames.join(',') },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.find((name) => !benchmarkNames.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`--only knows ${benchmarkNames.join(', ')}, not "${unknown}"`);
  if (!/^[1-9]$/.test(values.rounds)) throw new Error(`--rounds must be a number from 1 to 9, not "${values.rounds}"`);
  const only = benchmarkNames.filter((name) => wanted.includes(name));
  return { only, rounds: Number(values.rounds), help: values.help };
}

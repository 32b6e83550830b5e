import { copyArguments, copyFlags, type CopyArguments, type CopyFlags } from '#tools/stack/running-copy.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';
import { projectionSetsWith, type KnownSet } from './projection-sets.js';

export const actions = ['status', 'dump', 'digest', 'rebuild'] as const;
export type Action = (typeof actions)[number];

export interface ProjectionsArguments extends CopyArguments {
  action: Action;
  json: boolean;
  help: boolean;
  /** What is rebuilt. */
  set: KnownSet;
  /** How long a rebuild may make no progress. */
  stallSeconds: number;
}

interface Flags extends CopyFlags {
  json?: boolean;
  set?: string;
  stall?: string;
}

const command = () =>
  copyFlags(
    commandLine(
      'npm run projections --',
      actions.join('|'),
      `status    how far each projection set has come, what is missing, parked or halted
dump      every row of the read models as text, sorted, without checkpoints or clocks: what a rebuild must give again
digest    the sha256 of the dump
rebuild   empties a projection set and waits until its running consumers have folded the topics again`,
    )
      .option('--json', 'one JSON object a set (status)')
      .option('--set <NAME>', 'what to rebuild: comments.listening, articles.listening, or the read models (default)')
      .option('--stall <SECONDS>', 'how long a rebuild may stand still before it is given up (default 60)'),
  );

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parseProjectionsArguments(
  args: string[],
  env: Record<string, string | undefined>,
): ProjectionsArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const { json = false } = flags;
  const [named = help ? 'status' : '', more] = words;
  const action = actions.find((each) => each === named);
  if (!action) {
    const choices = actions.join(', ');
    throw new Error(named ? `"${named}" is none of ${choices}.` : `What to do is missing: ${choices}.`);
  }
  if (more !== undefined) throw new Error(`"${more}" is too many.`);
  if (json && action !== 'status') throw new Error(`--json does not go with ${action}.`);
  for (const flag of ['set', 'stall'] as const) {
    if (flags[flag] !== undefined && action !== 'rebuild') throw new Error(`--${flag} does not go with ${action}.`);
  }
  const copy = copyArguments(flags, env);
  const sets = projectionSetsWith(copy.readSet);
  const set = sets.find(({ name }) => name === (flags.set ?? copy.readSet));
  if (!set) throw new Error(`--set: "${flags.set}" is none of ${sets.map(({ name }) => name).join(', ')}.`);
  const stallSeconds = wholeNumber('--stall', flags.stall, 1) ?? 60;
  return { ...copy, action, json, help, set, stallSeconds };
}

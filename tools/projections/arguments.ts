import { parseArgs } from 'node:util';
import { copyArguments, copyFlags, copyUsage, type CopyArguments } from '#tools/stack/running-copy.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export const actions = ['status', 'dump', 'digest', 'rebuild'] as const;
export type Action = (typeof actions)[number];

export interface ProjectionsArguments extends CopyArguments {
  action: Action;
  json: boolean;
  /** The longest rebuild without any progress. */
  stallSeconds: number;
}

export const usage = `npm run projections -- ${actions.join('|')}

status    how far each projection set has come, what is missing, parked or halted
dump      every row of the read models as text, sorted, without checkpoints or clocks: what a rebuild must give again
digest    the sha256 of the dump
rebuild   empties the read models and waits until the running projectors have folded the topics again

  --json             one JSON object a set (status)
  --stall SECONDS    how long a rebuild may stand still before it is given up (default 60)
${copyUsage}`;

/** @throws Error that names the flag or argument which does not fit. */
export function parseProjectionsArguments(
  args: string[],
  env: Record<string, string | undefined>,
): ProjectionsArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...copyFlags, json: { type: 'boolean', default: false }, stall: { type: 'string' } },
  });
  const [named = values.help ? 'status' : '', more] = positionals;
  const action = actions.find((each) => each === named);
  if (!action) {
    const choices = actions.join(', ');
    throw new Error(named ? `"${named}" is none of ${choices}.` : `What to do is missing: ${choices}.`);
  }
  if (more !== undefined) throw new Error(`"${more}" is too many.`);
  if (values.json && action !== 'status') throw new Error(`--json does not go with ${action}.`);
  if (values.stall !== undefined && action !== 'rebuild') throw new Error(`--stall does not go with ${action}.`);
  const stallSeconds = wholeNumber('--stall', values.stall, 1) ?? 60;
  return { ...copyArguments(values, env), action, json: values.json, stallSeconds };
}

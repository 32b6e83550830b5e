import { Command } from 'commander';

/** Characters of a line of help. */
const helpWidth = 110;

/** A tool's command line, to be completed by its flags. The tool itself checks required arguments: `--help` needs none. */
export const commandLine = (name: string, usage: string, about: string): Command =>
  new Command(name)
    .usage(usage)
    .description(about)
    .helpOption(false)
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => helpWidth });

export const withHelp = (command: Command): Command => command.option('--help', 'this text');

export const usageOf = (command: Command): string => withHelp(command).helpInformation().trimEnd();

/**
 * @returns the flags, and the positional arguments.
 * @throws Error that names the flag which is unknown or lacks its value.
 */
export function readCall<Flags extends object>(command: Command, args: string[]) {
  refuseFlagAsValue(command, args);
  try {
    withHelp(command).parse(args, { from: 'user' });
  } catch (error) {
    throw new Error((error as Error).message.replace(/^error: /, ''), { cause: error });
  }
  const { help = false, ...flags } = command.opts<Flags & { help?: boolean }>();
  return { flags, help, words: command.args };
}

/** Like {@link readCall}, for a tool without positional arguments. @throws Error that names an unexpected one. */
export function readFlags<Flags extends object>(command: Command, args: string[]) {
  const { flags, help, words } = readCall<Flags>(command, args);
  if (words[0] !== undefined) throw new Error(`"${words[0]}" is no flag.`);
  return { flags, help };
}

/** The library accepts anything as a flag's value: for `--stream --all` it reads a stream named "--all". */
function refuseFlagAsValue(command: Command, args: string[]): void {
  const taking = new Set(command.options.filter(({ required }) => required).map(({ long }) => long));
  for (const [at, arg] of args.entries()) {
    if (arg === '--') return;
    const value = taking.has(arg) ? args[at + 1] : undefined;
    if (value?.startsWith('--')) throw new Error(`option '${arg}' argument missing: "${value}" is a flag`);
  }
}

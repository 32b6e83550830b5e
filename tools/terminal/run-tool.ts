import { Fault } from '#tools/stack/fault.js';

export interface Tool<Arguments> {
  usage: string;
  /** @throws Error that names what does not fit in the call. */
  parse(args: string[], env: Record<string, string | undefined>): Arguments & { help: boolean };
  /** @throws Fault for what the person at the terminal can mend. */
  run(args: Arguments): Promise<void>;
}

const wrongCall = 2;

/** Runs a command line tool: exit code 0 when it did its work, 1 when it could not, 2 when the call was wrong. */
export async function runTool<Arguments>({ usage, parse, run }: Tool<Arguments>): Promise<void> {
  // A reader such as `head` that has seen enough is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  let args: Arguments & { help: boolean };
  try {
    args = parse(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exitCode = wrongCall;
    return;
  }
  if (args.help) {
    console.log(usage);
    return;
  }
  try {
    await run(args);
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    process.exitCode = 1;
  }
}

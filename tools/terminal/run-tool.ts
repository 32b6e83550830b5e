import { Fault } from '#tools/stack/fault.js';
import { say, tell } from './say.js';
import { Lines, linesOf } from './sentence.js';

export interface Tool<Arguments> {
  usage: string;
  /** @throws Error that names an invalid argument. */
  parse(args: string[], env: Record<string, string | undefined>): Arguments & { help: boolean };
  /**
   * @returns the exit code if it is not 0, or nothing.
   * @throws Fault for problems that the person at the terminal can solve.
   */
  run(args: Arguments): Promise<number | void>;
  /** The tool does more than print: its work continues when nobody reads its output any more. */
  worksUnread?: boolean;
}

export const wrongCall = 2;

/** Runs a command line tool. Exit codes: 0 when it did its work, 1 when it could not, 2 for an invalid call. */
export async function runTool<Arguments>({ usage, parse, run, worksUnread = false }: Tool<Arguments>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => notWritten(stream, error, worksUnread));
  }
  let args: Arguments & { help: boolean };
  try {
    args = parse(process.argv.slice(2), process.env);
  } catch (error) {
    tell`${linesOf(error)}\n\n${new Lines(usage)}`;
    process.exitCode = wrongCall;
    return;
  }
  if (args.help) return say`${new Lines(usage)}`;
  try {
    const code = await run(args);
    if (code) process.exitCode = code;
  } catch (error) {
    tell`${linesOf(error, { withStack: !(error instanceof Fault) })}`;
    process.exitCode = 1;
  }
}

/** A reader such as `head` that has read enough is no failure; a full disk is. */
function notWritten(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException, worksUnread: boolean): void {
  if (error.code === 'EPIPE') {
    if (!worksUnread) process.exit();
    return;
  }
  if (stream === process.stdout) tell`Standard output cannot be written: ${error.message}`;
  process.exitCode = 1;
  if (!worksUnread) process.exit();
}

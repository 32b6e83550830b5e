import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.js';

/** What a running copy tells the project's tools about itself, in `<data>/stack.json`. */
export interface StackFile {
  supervisor: number;
  gatewayUrl: string;
  postgresUrl: string;
  brokers: string[];
  processes: Record<string, number | undefined>;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'stack.json');

export function readStackFile(dataFolder: string): StackFile | undefined {
  const file = fileOf(dataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StackFile) : undefined;
}

export function writeStackFile(dataFolder: string, stack: StackFile): void {
  writeFileSync(fileOf(dataFolder), `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
}

export const removeStackFile = (dataFolder: string): void => rmSync(fileOf(dataFolder), { force: true });

/**
 * Makes sure nobody else works in the data folder. What a supervisor that was killed left running is ended.
 * @throws Fault when another copy runs there.
 */
export function claimDataFolder(dataFolder: string): void {
  const stack = readStackFile(dataFolder);
  if (!stack) return;
  if (isRunning(stack.supervisor, 'start')) {
    throw new Fault(
      `The data folder ${dataFolder} is in use by process ${stack.supervisor} (${stack.gatewayUrl}). ` +
        'Stop that copy, or name another folder with BROADSIDE_DATA and another PORT.',
    );
  }
  for (const pid of Object.values(stack.processes)) {
    if (pid !== undefined && isRunning(pid, dataFolder, 'dist/apps')) process.kill(pid, 'SIGKILL');
  }
  removeStackFile(dataFolder);
}

/** Whether the process lives and its command line holds one of the words: a number may have gone to a stranger since. */
function isRunning(pid: number, ...words: string[]): boolean {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return words.some((word) => commandLine.includes(word));
  } catch {
    return false;
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftovers } from './end-leftovers.js';
import { Fault } from './fault.js';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';

/** What a running copy publishes about itself to the next one and the project's tools, in `<data>/stack.json`. */
export interface StackFile {
  supervisor: ProcessIdentity;
  /** Of the first replica, which tools use. */
  gatewayUrl: string;
  /** Absent without the site. */
  siteUrl?: string | undefined;
  /** Empty until the server is ready. */
  postgresUrl: string;
  brokers: string[];
  /** Absent without Redis. */
  redisUrl?: string | undefined;
  processes: Record<string, ProcessIdentity>;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'stack.json');

/** @returns undefined if no copy runs, or has published its address yet. */
export function readStackFile(dataFolder: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as StackFile;
  } catch {
    return undefined;
  }
}

export function writeStackFile(dataFolder: string, stack: StackFile): void {
  renameSync(writeBeside(dataFolder, stack), fileOf(dataFolder));
}

export const removeStackFile = (dataFolder: string): void => rmSync(fileOf(dataFolder), { force: true });

/**
 * Locks the data folder for this process. First it ends what a killed supervisor left running there.
 * @throws Fault if another copy runs there.
 */
export async function claimDataFolder(
  dataFolder: string,
  addresses: Pick<StackFile, 'gatewayUrl' | 'siteUrl'>,
): Promise<StackFile> {
  const supervisor = identify(process.pid) ?? { pid: process.pid, startedAt: '' };
  const stack: StackFile = { supervisor, ...addresses, postgresUrl: '', brokers: [], processes: {} };
  const written = writeBeside(dataFolder, stack);
  try {
    while (!linkIfAbsent(written, fileOf(dataFolder))) {
      const other = readStackFile(dataFolder);
      if (other && isRunning(other.supervisor)) throw inUse(dataFolder, other);
      await endLeftovers(other?.processes ?? {});
      removeStackFile(dataFolder);
    }
  } finally {
    rmSync(written, { force: true });
  }
  return stack;
}

const inUse = (dataFolder: string, { supervisor, gatewayUrl, siteUrl = gatewayUrl }: StackFile) =>
  new Fault(
    `The data folder ${dataFolder} is in use by process ${supervisor.pid} (${siteUrl}). ` +
      'Stop that copy, or name another folder with BROADSIDE_DATA and another PORT.',
  );

function writeBeside(dataFolder: string, stack: StackFile): string {
  const file = `${fileOf(dataFolder)}.${process.pid}`;
  writeFileSync(file, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  return file;
}

function linkIfAbsent(existing: string, wanted: string): boolean {
  try {
    linkSync(existing, wanted);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process for good: its number alone may go to a stranger. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** @returns undefined where no such process runs. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const startedAt = process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
    return startedAt ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, startedAt }: ProcessIdentity): boolean => identify(pid)?.startedAt === startedAt;

/** Fields 3 and 22 of proc(5) stat, in ticks since the boot that is named beside them. */
function linuxStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return undefined;
  return `${fields[18]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
}

const psStart = (pid: number): string =>
  execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Identifies a process permanently: its number alone may be reused. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** @returns undefined if no such process runs. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const startedAt = process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
    return startedAt ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, startedAt }: ProcessIdentity): boolean => identify(pid)?.startedAt === startedAt;

/** Fields 3 and 22 of proc(5) stat, in ticks since boot; the boot's id is stored beside them. */
function linuxStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return undefined;
  return `${fields[18]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
}

const psStart = (pid: number): string =>
  execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();

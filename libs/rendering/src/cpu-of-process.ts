import { readFileSync } from 'node:fs';

/** Linux' clock ticks per second, on all its architectures. */
const ticksPerSecond = 100;

/** The CPU time of a process in milliseconds; undefined if the system does not report it, or the process has ended. */
export function cpuMsOfProcess(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The process name is in brackets and may hold any character; user and system time are eleven fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

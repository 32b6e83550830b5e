import { readFileSync } from 'node:fs';

/** Of Linux, on all its architectures. */
const ticksPerSecond = 100;

/** Milliseconds a process has computed so far; undefined where the system does not say, or it is gone. */
export function cpuMsOfProcess(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name stands in brackets and may hold anything; eleven fields behind are those of user and system time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

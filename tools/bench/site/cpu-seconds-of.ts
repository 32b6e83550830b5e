import { readFileSync } from 'node:fs';

/** Ticks of the processor's clock in a second, on every Linux that Node runs on. */
const ticks = 100;

/** Seconds of processor time that a process has taken, all threads together (proc(5), utime and stime). */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / ticks;
}

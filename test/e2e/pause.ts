import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Stack {
  processes: Record<string, { pid: number }>;
}

/** Does the work while every copy of the service stands still (SIGSTOP): connected, but without an answer. */
export async function whilePaused<Result>(service: string, work: () => Promise<Result>): Promise<Result> {
  const data = process.env['E2E_DATA'];
  if (data === undefined) throw new Error('E2E_DATA is missing');
  const { processes } = JSON.parse(await readFile(join(data, 'stack.json'), 'utf8')) as Stack;
  const pids = Object.entries(processes)
    .filter(([name]) => name === service || name.startsWith(`${service}-`))
    .map(([, { pid }]) => pid);
  if (pids.length === 0) throw new Error(`no ${service} runs`);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}

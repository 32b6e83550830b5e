import { copiesOf } from './stack.js';

/** Does the work while every copy of the service is stopped (SIGSTOP): connected, but without an answer. */
export async function whilePaused<Result>(service: string, work: () => Promise<Result>): Promise<Result> {
  const copies = await copiesOf(service);
  for (const { pid } of copies) process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const { pid } of copies) process.kill(pid, 'SIGCONT');
  }
}

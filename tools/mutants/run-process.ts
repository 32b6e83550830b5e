import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface Running {
  cwd: string;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal: AbortSignal;
}

export interface Ended {
  /** Null if it was ended. */
  code: number | null;
  tookTooLong: boolean;
  said: string;
}

const graceMs = 15_000;

/** Runs a process and its children in one group, until it ends or the time is up; then the whole group is killed. */
export async function runProcess(command: string, args: string[], running: Running): Promise<Ended> {
  const { cwd, env, timeoutMs, signal } = running;
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => (said = (said + piece).slice(-20_000)));
  }
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const late = AbortSignal.timeout(timeoutMs);
  const until = AbortSignal.any([signal, late]);
  const end = () => void endGroup(child.pid, closed);
  until.addEventListener('abort', end);
  try {
    const code = await closed;
    return { code, tookTooLong: late.aborted, said };
  } finally {
    until.removeEventListener('abort', end);
    // Also ends what the process left running.
    tell(child.pid, 'SIGKILL');
  }
}

/** A signal comes first, so that it can stop what it has started itself. */
async function endGroup(pid: number | undefined, closed: Promise<unknown>): Promise<void> {
  tell(pid, 'SIGTERM');
  await Promise.race([closed, delay(graceMs, undefined, { ref: false })]);
  tell(pid, 'SIGKILL');
}

function tell(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It is gone.
  }
}

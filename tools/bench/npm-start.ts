import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { endLeftovers } from '#tools/stack/end-leftovers.js';
import { readStackFile } from '#tools/stack/stack-file.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import { withTimeout } from '#process/with-timeout.js';
import type { CopyPlace } from './data-folder.js';
import { atTheEnd } from './endings.js';

export interface StartedProcess {
  pid: number;
  readyAfterMs: number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..');
const readyWithinMs = 120_000;
const stopWithinMs = 45_000;

/** Runs `npm start` without the demo until it says "Ready". @throws Error with what it printed, when it does not. */
export async function startProcess({ dataFolder, port }: CopyPlace): Promise<StartedProcess> {
  const begun = performance.now();
  const args = ['--silent', 'start', '--', '--no-demo', '--data', dataFolder, '--port', String(port)];
  // In a process group of its own: a Ctrl-C is for the benchmark, which then stops the copy in order.
  const child = spawn('npm', args, {
    cwd: root,
    env: environment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const stop = async () => {
    if (hasEnded || pid === undefined) return;
    // Its supervisor alone: npm would pass a signal on, and asked twice the supervisor does not stop in order.
    const supervisor = readStackFile(dataFolder)?.supervisor.pid;
    process.kill(supervisor ?? -pid, 'SIGTERM');
    await withTimeout(ended, stopWithinMs, 'npm start to stop').catch(async (error: unknown) => {
      const processes = readStackFile(dataFolder)?.processes ?? {};
      process.kill(-pid, 'SIGKILL');
      await endLeftovers(processes);
      throw error;
    });
  };
  atTheEnd(stop);
  const ready = Promise.withResolvers<number>();
  let printed = '';
  const receive = (chunk: string) => {
    printed += chunk;
    if (/^Ready in/m.test(printed)) ready.resolve(performance.now() - begun);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', receive);
  child.once('error', (error) => ready.reject(new Error('npm cannot be run', { cause: error })));
  void ended.then(() => ready.reject(new Error(`npm start ended before it was ready:\n${printed}`)));
  return {
    pid: pid ?? 0,
    readyAfterMs: await withTimeout(ready.promise, readyWithinMs, 'npm start to be ready'),
    stop,
  };
}

/** As of a terminal: nothing of the npm that runs the benchmark, nothing that would name other servers. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|POSTGRES_URL$|KAFKA_BROKERS$|REDIS_URL$|REPLICAS$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), ...wideLimits, PATH: path.join(delimiter) };
}

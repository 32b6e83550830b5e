import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Fault } from './fault.js';
import { installRedis } from './install-redis.js';

const run = promisify(execFile);
const servers = ['redis-server', 'valkey-server'];

/**
 * The command of a Redis server on the PATH. If there is none, installs it when running as root.
 * @throws Fault that says how to install one.
 */
export async function findRedis(root: string, say: (line: string) => void, signal?: AbortSignal): Promise<string> {
  const found = await onPath();
  if (found !== undefined) return found;
  const whyNot = await installRedis(root, say, signal);
  signal?.throwIfAborted();
  const installed = await onPath();
  if (installed !== undefined) return installed;
  throw new Fault(
    `Redis is missing${whyNot === undefined ? '' : ` (${whyNot})`}. ` +
      'Install it, such as with `sudo apt-get install redis-server`, or name a running one with REDIS_URL.',
  );
}

async function onPath(): Promise<string | undefined> {
  for (const server of servers) {
    const answers = await run(server, ['--version'], { timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (answers) return server;
  }
  return undefined;
}

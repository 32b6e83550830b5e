import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withoutStartingServices } from './without-starting-services.js';

const run = promisify(execFile);
const maxMs = 120_000;
const retryAfterMs = 600_000;
const options = ['-y', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];

/**
 * Installs `redis-server` by apt-get when running as root, without starting the system's service. A failure is not retried
 * for ten minutes, so that a machine without a network starts slowly only once.
 * @returns why it failed, or undefined.
 */
export async function installRedis(
  root: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may install it';
  const failed = join(root, '.cache', 'redis-install-failed');
  if (Date.now() - (statSync(failed, { throwIfNoEntry: false })?.mtimeMs ?? 0) < retryAfterMs) {
    return 'installing it has just failed';
  }
  const until = AbortSignal.any([AbortSignal.timeout(maxMs), ...(signal ? [signal] : [])]);
  const aptGet = (...args: string[]) =>
    run('apt-get', args, { signal: until, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    await run('apt-get', ['--version'], { timeout: 5_000 });
  } catch {
    return 'there is no apt-get here';
  }
  say('installing redis-server by apt-get (once, at most two minutes)');
  const install = () => aptGet('install', '--no-install-recommends', ...options, 'redis-server');
  try {
    await withoutStartingServices(() => install().catch(() => aptGet('update', ...options).then(install)));
    rmSync(failed, { force: true });
    return undefined;
  } catch {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(failed, '');
    return 'apt-get could not install it';
  }
}

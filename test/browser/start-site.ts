import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { eventually } from '#testing/eventually.js';
import { findFreeBlock, managementPort } from '#tools/stack/ports.js';

const dist = join(import.meta.dirname, '..', '..', 'dist');

export interface StartedSite {
  url: string;
  stop(): Promise<void>;
}

/** Starts the site in front of the system under test. @param env in addition, such as TRUSTED_PROXIES */
export async function startSite(env: Record<string, string> = {}): Promise<StartedSite> {
  const port = await findFreeBlock();
  const url = `http://127.0.0.1:${port}`;
  const { NODE_OPTIONS: _ofJest, E2E_GATEWAYS: gateways = '', ...inherited } = process.env;
  const first = pathToFileURL(join(dist, 'libs', 'process', 'src', 'early-signals.js')).href;
  const child = spawn(process.execPath, ['--import', first, join(dist, 'apps', 'web', 'server', 'main.js')], {
    env: {
      ...{ ...inherited, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DRAIN_SECONDS: '0' },
      ...{ MANAGEMENT_PORT: String(managementPort(port)), GATEWAY_URL: gateways, ...env },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4_000)));
  }
  const ended = once(child, 'exit');
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`the site ended: ${printed}`);
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  };
  const stop = async () => {
    child.kill('SIGTERM');
    const killed = delay(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
    await Promise.race([ended, killed]);
  };
  try {
    await eventually(isReady, { what: 'the site to be ready', timeoutMs: 30_000 });
  } catch (error) {
    await stop();
    throw new Error(`the site is not ready: ${printed}`, { cause: error });
  }
  return { url, stop };
}

import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the whole system before the end-to-end tests, with two copies of each service, in a temporary folder. */
export default async function startSystemForTests(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const load = (file: string) => import(join(root, 'dist', 'tools', 'stack', file)) as Promise<never>;
  const { startSystem } = (await load('system.js')) as typeof import('#tools/stack/system.js');
  const { findFreeBlock } = (await load('ports.js')) as typeof import('#tools/stack/ports.js');
  const { wideLimits } = (await load('wide-limits.js')) as typeof import('#tools/stack/wide-limits.js');
  const dataFolder = await mkdtemp(join(tmpdir(), 'broadside-e2e-'));
  await chmod(dataFolder, 0o755);
  // Long enough for a test to cancel it, short enough to wait for it.
  process.env['ERASE_AFTER_SECONDS'] ??= '3';
  // As long as a load balancer takes to see that a gateway is not ready.
  process.env['DRAIN_SECONDS'] ??= '0.5';
  const said: string[] = [];
  const system = await startSystem({
    root,
    dataFolder,
    port: await findFreeBlock(),
    replicas: 2,
    limits: wideLimits,
    say: (line: string) => said.push(line),
  });
  process.env['E2E_SITES'] = system.siteUrls.join(',');
  process.env['E2E_GATEWAYS'] = system.gatewayUrls.join(',');
  process.env['E2E_DATA'] = dataFolder;
  process.env['E2E_ADMIN_FILE'] = system.admin.path;
  process.env['E2E_POSTGRES_URL'] = system.postgresUrl;
  process.env['E2E_KAFKA_BROKERS'] = system.brokers.join(',');
  if (system.redisUrl !== undefined) process.env['E2E_REDIS_URL'] = system.redisUrl;
  Object.assign(globalThis, { system: { dataFolder, stop: () => system.stop(), said } });
}

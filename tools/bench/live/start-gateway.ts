import { join } from 'node:path';
import { ensureInstallationKeys, ensurePasswords } from '#installation/installation-keys.js';
import { findFreeBlock, portsAround } from '#tools/stack/ports.js';
import { serviceProcess } from '#tools/stack/services.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import type { Copy } from '../copy.js';
import { atTheEnd } from '../endings.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** One gateway more beside a copy's own, which does nothing but what it is measured by. It believes who we say we are. */
export async function startGateway(copy: Copy): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const { dataFolder, postgresUrl, gatewayUrl } = copy;
  const port = await findFreeBlock();
  const keys = join(dataFolder, 'keys');
  const gateway = serviceProcess(
    {
      ...{
        root,
        logs: dataFolder,
        keys: ensureInstallationKeys(keys),
        passwords: ensurePasswords(keys),
        adminFile: '',
      },
      ...{ postgresUrl, brokers: [], redisUrl: copy.redisUrl, replicas: 1 },
      limits: { ...wideLimits, TRUSTED_PROXIES: '127.0.0.1' },
      ports: { ...portsAround(gatewayUrl), gateway: port },
    },
    'gateway',
    0,
  );
  await gateway.start();
  const stop = () => gateway.stop();
  atTheEnd(stop);
  return { url: `http://127.0.0.1:${port}`, pid: gateway.pid ?? 0, stop };
}

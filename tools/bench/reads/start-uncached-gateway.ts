import { join } from 'node:path';
import { ensureInstallationKeys, ensurePasswords } from '#installation/installation-keys.js';
import { findFreeBlock, portsAround } from '#tools/stack/ports.js';
import { serviceProcess } from '#tools/stack/services.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import type { Copy } from '../copy.js';
import { atTheEnd } from '../endings.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** One gateway more beside a copy's own, which answers from the rows alone. */
export async function startUncachedGateway(copy: Copy): Promise<{ url: string; stop(): Promise<void> }> {
  const { dataFolder, postgresUrl, gatewayUrl } = copy;
  const [port, ports] = [await findFreeBlock(), portsAround(gatewayUrl)];
  const keys = join(dataFolder, 'keys');
  const options = {
    ...{ root, logs: dataFolder, keys: ensureInstallationKeys(keys), passwords: ensurePasswords(keys), adminFile: '' },
    ...{ postgresUrl, brokers: [], redisUrl: copy.redisUrl, replicas: 1 },
    ...{ limits: { ...wideLimits, CACHE_ANSWERS: 'no' }, ports: { ...ports, gateway: port } },
  };
  const gateway = serviceProcess(options, 'gateway', 0);
  await gateway.start();
  const stop = () => gateway.stop();
  atTheEnd(stop);
  return { url: `http://127.0.0.1:${port}`, stop };
}

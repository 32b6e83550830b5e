import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis } from '#tools/stack/find-redis.js';
import { ensureInstallationKeys, ensurePasswords } from '#installation/installation-keys.js';
import { findFreeBlock, portsAround, portsFrom, replicaOffset } from '#tools/stack/ports.js';
import { redisProcess, type Redis } from '#tools/stack/redis.js';
import { serviceProcess } from '#tools/stack/services.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import { gateways } from './api-client.js';

const root = join(import.meta.dirname, '..', '..');

export interface SpareGateways {
  urls: [string, string];
  redisUrl: string;
  redis(): Redis['process'];
  /** Replaces the former one. */
  startRedis(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts two more gateways on the system under test, with limits and a Redis of their own. They trust X-Forwarded-For. */
export async function startSpareGateways(limits: Record<string, string>): Promise<SpareGateways> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-spare-'));
  chmodSync(folder, 0o755);
  const { E2E_DATA: data = '', E2E_POSTGRES_URL: postgresUrl = '' } = process.env;
  const first = await findFreeBlock();
  const command = await findRedis(root, () => undefined);
  const place = { dataFolder: join(folder, 'redis'), passwordFile: join(folder, 'redis-password') };
  const newRedis = () =>
    redisProcess({ command, ...place, logFile: join(folder, 'redis.log'), port: portsFrom(first).redis });
  let redis = newRedis();
  const options = {
    ...{ root, logs: folder, keys: ensureInstallationKeys(join(data, 'keys')), adminFile: '', postgresUrl },
    ...{ passwords: ensurePasswords(join(data, 'keys')) },
    ...{ brokers: [], redisUrl: redis.url, replicas: 2 },
    limits: { ...wideLimits, TRUSTED_PROXIES: '127.0.0.1', ...limits },
    ports: { ...portsAround(gateways[0] ?? ''), gateway: first },
  };
  const spares = [0, 1].map((replica) => serviceProcess(options, 'gateway', replica));
  await redis.process.start();
  await Promise.all(spares.map((each) => each.start()));
  return {
    urls: [`http://127.0.0.1:${first}`, `http://127.0.0.1:${first + replicaOffset}`],
    redisUrl: redis.url,
    redis: () => redis.process,
    startRedis: async () => {
      await redis.process.stop();
      redis = newRedis();
      await redis.process.start();
    },
    stop: async () => {
      await Promise.all([...spares, redis.process].map((each) => each.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

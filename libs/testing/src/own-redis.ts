import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis } from '#tools/stack/find-redis.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { redisProcess, type Redis } from '#tools/stack/redis.js';

export interface OwnRedis extends Redis {
  remove(): Promise<void>;
}

/** A Redis that one test may stop, kill and start; not started yet. */
export async function ownRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-redis-'));
  const redis = redisProcess({
    command: await findRedis(join(import.meta.dirname, '..', '..', '..'), () => undefined),
    dataFolder: join(folder, 'redis'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'redis.log'),
    port: await findFreeBlock(),
  });
  const remove = async () => {
    await redis.process.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...redis, remove };
}

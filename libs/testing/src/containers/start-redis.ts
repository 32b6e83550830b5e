import { randomBytes } from 'node:crypto';
import { RedisContainer } from '@testcontainers/redis';
import { redisSettings } from '#installation/server-settings.js';
import { engineHost } from './engine.js';
import { images } from './images.js';
import { readyWithinMs, type InContainer } from './in-container.js';

/** Redis with the native one's settings, with a password. */
export async function startRedis(): Promise<InContainer> {
  const password = randomBytes(18).toString('base64url');
  const settings = Object.entries(redisSettings).flatMap(([name, value]) => [`--${name}`, value]);
  const container = await new RedisContainer(images.redis)
    .withPassword(password)
    .withCommand(['redis-server', ...settings])
    .withStartupTimeout(readyWithinMs)
    .start();
  return { address: `redis://:${password}@${await engineHost()}:${container.getPort()}`, container };
}

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pingRedis } from '#redis/ping-redis.js';
import { describeWithRedis } from '#testing/redis.js';
import { findRedis } from './find-redis.js';
import { findFreeBlock } from './ports.js';
import { redisProcess } from './redis.js';

describeWithRedis('a Redis of one copy', () => {
  test('answers on the loopback with the password, restarts when killed, and stores nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-redis-'));
    const { process: server, url } = redisProcess({
      command: await findRedis(join(import.meta.dirname, '..', '..'), () => undefined),
      dataFolder: join(folder, 'redis'),
      passwordFile: join(folder, 'password'),
      logFile: join(folder, 'redis.log'),
      port: await findFreeBlock(),
    });
    try {
      await server.start();
      const stranger = new URL(url);
      stranger.password = '';
      await expect(pingRedis(stranger.href)).rejects.toThrow();
      expect(url).toContain(readFileSync(join(folder, 'password'), 'utf8'));
      for (const secret of ['password', 'redis/redis.conf']) {
        expect(statSync(join(folder, secret)).mode & 0o077).toBe(0);
      }
      server.kill('SIGKILL');
      await server.start();
      expect(await pingRedis(url)).toBe(true);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

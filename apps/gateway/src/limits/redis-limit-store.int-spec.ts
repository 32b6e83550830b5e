import { Redis } from 'ioredis';
import { afterAll, describe, expect, test } from '@jest/globals';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { countsRightly } from './limit-store.suite.js';
import { RedisLimitStore } from './redis-limit-store.js';

describeWithRedis('limits counted in Redis', () => {
  let redis: Redis | undefined;
  const client = () => (redis ??= new Redis(testRedisUrl()));
  afterAll(() => redis?.disconnect());

  describe('as anywhere', () => countsRightly(() => new RedisLimitStore(client())));

  test('everything that is kept ends by itself', async () => {
    const store = new RedisLimitStore(client());
    await store.take([{ key: 'limit:test:window', limit: 1 }], 5_000);
    await store.attempt([{ key: 'limit:test:tally', free: 1, firstDelayMs: 1, mostDelayMs: 1 }]);
    for (const key of ['limit:test:window', 'limit:test:tally']) expect(await client().pttl(key)).toBeGreaterThan(0);
  });
});

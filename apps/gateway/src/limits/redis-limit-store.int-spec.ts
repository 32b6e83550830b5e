import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectRedis, type Redis } from '#redis/connect-redis.js';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { countsRightly } from './limit-store.suite.js';
import { RedisLimitStore } from './redis-limit-store.js';

describeWithRedis('limits counted in Redis', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = connectRedis(testRedisUrl(), 'test');
    await eventually(() => redis.isReady, { what: 'Redis' });
  });
  afterAll(() => redis.destroy());

  describe('as anywhere', () => countsRightly(() => new RedisLimitStore(redis)));

  test('everything that is kept ends by itself', async () => {
    const store = new RedisLimitStore(redis);
    await store.take([{ key: 'limit:test:window', limit: 1 }], 5_000);
    await store.attempt([{ key: 'limit:test:tally', free: 1, firstDelayMs: 1, mostDelayMs: 1 }]);
    for (const key of ['limit:test:window', 'limit:test:tally']) expect(await redis.pTTL(key)).toBeGreaterThan(0);
  });
});

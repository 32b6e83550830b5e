import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectRedis, type Redis } from '#redis/connect-redis.js';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { RedisTallies } from './redis-tallies.js';
import { talliesRightly } from './tally-store.suite.js';

describeWithRedis('failures counted in Redis', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = connectRedis(testRedisUrl(), 'test');
    await eventually(() => redis.isReady, { what: 'Redis' });
  });
  afterAll(() => redis.destroy());

  talliesRightly(() => new RedisTallies(redis));

  test('stored tallies expire', async () => {
    await new RedisTallies(redis).attempt([{ key: 'limit:test:tally', free: 1, firstDelayMs: 1, maxDelayMs: 1 }]);
    expect(await redis.pTTL('limit:test:tally')).toBeGreaterThan(0);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectRedis, type Redis } from '#redis/connect-redis.js';
import { RedisLink } from '#redis/redis-link.js';
import { eventually } from '#testing/eventually.js';
import { ownRedis, type OwnRedis } from '#testing/own-redis.js';
import { describeWithRedis } from '#testing/redis.js';
import { Limiter } from './limiter.js';
import { RedisWindows } from './redis-windows.js';
import { countsRightly } from './windows.suite.js';

const silent = { warn: () => undefined, info: () => undefined };

describeWithRedis('windows counted in Redis', () => {
  let server: OwnRedis;
  let redis: Redis;
  beforeAll(async () => {
    server = await ownRedis();
    await server.process.start();
    redis = connectRedis(server.url, 'test');
    await eventually(() => redis.isReady, { what: 'Redis' });
  });
  afterAll(async () => {
    redis.destroy();
    await server.remove();
  });

  countsRightly((spanSeconds) => new RedisWindows(redis, spanSeconds));

  test('each request adds to a counter in Redis, which expires', async () => {
    const { limiter, link } = await open();
    const windows = [window(1), window(5)];
    const granted: boolean[] = [];
    for (let count = 0; count < 3; count += 1) granted.push((await limiter.take(windows, here)).granted);
    expect(granted).toEqual([true, false, false]);
    // A request that one window refused has used up a place in the other.
    expect(await Promise.all(windows.map(({ key }) => redis.get(key)))).toEqual(['3', '3']);
    for (const { key } of windows) expect(await redis.pTTL(key)).toBeGreaterThan(50_000);
    link.close();
  });

  test('while Redis hangs no request waits longer than 150 ms, each process counts, and afterwards Redis continues its counts', async () => {
    const { limiter, link } = await open();
    const two = [window(2)];
    expect((await limiter.take(two, here)).granted).toBe(true);
    server.process.kill('SIGSTOP');
    // Both timers use the same clock, so on a busy machine they are late in their order.
    const answer = (whileAway: 'count here' | 'let pass') =>
      Promise.race([limiter.take(two, { whileAway }), delay(150, undefined, { ref: false })]);
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => answer('count here')));
    const after = [await answer('count here'), await answer('let pass')];
    expect([...atOnce, ...after].map((each) => each?.granted)).toEqual([true, true, false, false, false, true]);
    server.process.kill('SIGCONT');
    await eventually(() => link.isUp, { what: 'Redis to answer' });
    // Requests that were under way have reached it late.
    expect((await limiter.take(two, here)).granted).toBe(false);
    expect(Number(await redis.get(two[0]?.key ?? ''))).toBeGreaterThanOrEqual(2);
    link.close();
  });

  const here = { whileAway: 'count here' } as const;
  const window = (limit: number) => ({ key: `limit:test:${randomUUID()}`, limit });
  const open = async () => {
    const link = new RedisLink(server.url, 'test', silent);
    await eventually(() => link.isUp, { what: 'Redis to answer' });
    return { limiter: new Limiter(link, 60), link };
  };
});

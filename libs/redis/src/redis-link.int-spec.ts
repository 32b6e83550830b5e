import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { RedisLink } from './redis-link.js';

describeWithRedis('a link to Redis', () => {
  let link: RedisLink;
  let warnings: object[];

  beforeEach(async () => {
    const said: object[] = [];
    warnings = said;
    link = new RedisLink(testRedisUrl(), 'test', { warn: (detail) => void said.push(detail), info: () => undefined });
    await eventually(() => link.isUp, { what: 'Redis to answer' });
  });
  afterEach(() => link.close());

  test.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['takes too long', () => delay(5_000, undefined, { ref: false })],
  ])('work that %s is given up in 0.1 s, said once, and Redis is not asked for a second', async (_, work) => {
    const begunAt = performance.now();
    expect(await link.ask(work)).toBeUndefined();
    expect(performance.now() - begunAt).toBeLessThan(1_000);
    let asked = false;
    expect(await link.ask(() => Promise.resolve((asked = true)))).toBeUndefined();
    expect([asked, link.isUp, warnings.length]).toEqual([false, false, 1]);
    await eventually(() => link.ask((redis) => redis.ping()), { what: 'Redis to be asked again' });
  });
});

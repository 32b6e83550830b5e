import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { ownRedis } from '#testing/own-redis.js';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { RedisLink } from './redis-link.js';

describeWithRedis('a link to Redis', () => {
  let link: RedisLink;
  let said: string[];

  const open = async (url: string) => {
    said = [];
    const say = (_detail: object, message: string) => void said.push(message);
    link = new RedisLink(url, 'test', { warn: say, info: say });
    await eventually(() => link.isUp, { what: 'Redis to answer' });
  };
  beforeEach(() => open(testRedisUrl()));
  afterEach(() => link.close());
  /** Both timers use the same clock: on a busy machine they are late in the same order. */
  const orLate = (asked: Promise<unknown>) => Promise.race([asked, delay(150, 'later than 150 ms', { ref: false })]);

  test.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['takes too long', () => delay(5_000, undefined, { ref: false })],
  ])(
    'work that %s is given up after 0.1 s and logged once, and Redis is not asked before its next ping',
    async (_, work) => {
      expect(await orLate(link.ask(work))).toBeUndefined();
      let asked = false;
      expect(await link.ask(() => Promise.resolve((asked = true)))).toBeUndefined();
      expect([asked, link.isUp]).toEqual([false, false]);
      await eventually(() => link.ask((redis) => redis.ping()), { what: 'Redis to be asked again' });
      expect(said).toEqual(['Redis answers', 'Redis is away; it is done without', 'Redis answers']);
    },
  );

  test('a stopped Redis delays pending work by 0.1 s, and nothing else until it continues', async () => {
    const server = await ownRedis();
    try {
      await server.process.start();
      link.close();
      await open(server.url);
      server.process.kill('SIGSTOP');
      const ping = () => orLate(link.ask((redis) => redis.ping()));
      expect(await Promise.all(Array.from({ length: 20 }, ping))).toEqual(Array(20).fill(undefined));
      // The client has given up the connection, and a new one cannot be opened.
      for (const end = performance.now() + 4_000; performance.now() < end; await delay(50)) {
        const asked = link.ask((redis) => redis.ping());
        expect(await Promise.race([asked, turn('later than this turn')])).toBeUndefined();
      }
      server.process.kill('SIGCONT');
      await eventually(() => link.ask((redis) => redis.ping()), { what: 'Redis to be asked again' });
      expect(said).toEqual(['Redis answers', 'Redis is away; it is done without', 'Redis answers']);
    } finally {
      await server.remove();
    }
  }, 30_000);
});

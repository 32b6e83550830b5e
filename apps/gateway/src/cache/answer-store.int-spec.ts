import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connectRedis, type Redis } from '#redis/connect-redis.js';
import { RedisLink } from '#redis/redis-link.js';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis, testRedisUrl } from '#testing/redis.js';
import { answerKeptSeconds, AnswerStore, maxBytesOfKept } from './answer-store.js';

describeWithRedis('answers in Redis', () => {
  let store: AnswerStore;
  let redis: Redis;
  let now: number;
  let key: string;

  beforeEach(async () => {
    key = `test:${randomUUID()}`;
    now = 0;
    const link = new RedisLink(testRedisUrl(), 'test', { warn: () => undefined, info: () => undefined });
    store = new AnswerStore(link, 600_000, () => now);
    redis = connectRedis(testRedisUrl(), 'test');
    await eventually(() => link.isUp && redis.isReady, { what: 'Redis to answer' });
  });
  afterEach(() => {
    store.close();
    redis.destroy();
  });

  const json = (length: number) => Buffer.from(`"${'é'.repeat(length / 2 - 1)}"`);
  /** Whether an answer is stored. A later answer is stored first, because Redis handles commands in order. */
  const isKept = async (of: string) => {
    const last = `test:${randomUUID()}`;
    store.keep(last, { json: json(2) });
    await eventually(() => redis.exists(last).then(Boolean), { what: 'the last to be kept' });
    return (await redis.exists(of)) === 1;
  };

  test('are read as they were stored, with their link, and not under another key', async () => {
    const answer = { json: Buffer.from('{"a":"\u00e9\\n"}\n'), link: '</api/b?after=1>; rel="next"' };
    store.keep(key, answer);
    store.keep(`${key}:alone`, { json: answer.json });
    const found = await eventually(() => store.find(`${key}:alone`), { what: 'the answer' });
    expect([await store.find(key), found]).toEqual([answer, { json: answer.json }]);
    expect(await store.find(`${key}:other`)).toBeUndefined();
  });

  test('expire', async () => {
    store.keep(key, { json: json(2) });
    await eventually(() => store.find(key), { what: 'the answer' });
    const left = await redis.pTTL(key);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(answerKeptSeconds * 1_000);
  });

  test('are not stored if one is too large, or all of one process together', async () => {
    store.keep(`${key}:large`, { json: json(maxBytesOfKept) });
    expect(await isKept(`${key}:large`)).toBe(false);
    store.keep(key, { json: json(400_000) });
    store.keep(`${key}:too-much`, { json: json(400_000) });
    expect([await isKept(key), await isKept(`${key}:too-much`)]).toEqual([true, false]);
    now = answerKeptSeconds * 1_000;
    store.keep(`${key}:too-much`, { json: json(400_000) });
    expect(await isKept(`${key}:too-much`)).toBe(true);
  });
});

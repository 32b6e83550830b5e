import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectRedis } from '#redis/connect-redis.js';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis } from '#testing/redis.js';
import { ask, granted, newAddress, redisAnswers } from './limited-client.js';
import { introduceGuest, publish, signInAsAdmin } from './api-client.js';
import { startSpareGateways, type SpareGateways } from './spare-gateways.js';

describeWithRedis('limits', () => {
  let spare: SpareGateways;
  let site: string;
  let admin: string;
  let slug: string;

  beforeAll(async () => {
    spare = await startSpareGateways({
      LIMIT_WRITES_PER_GUEST: '4',
      LIMIT_WRITES_PER_ADDRESS: '9',
      LIMIT_WRITES_PER_ACCOUNT: '6',
      LIMIT_FAILED_SIGN_INS: '2',
    });
    site = spare.urls[0];
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Of limits');
    await redisAnswers(site, 1);
  }, 90_000);
  afterAll(() => spare.stop(), 30_000);

  // Blank texts, which count against the limit but are not stored.
  const blank = (asking: { token?: string; from?: string }) =>
    ask('POST', `${site}/api/articles/${slug}/comments`, { comment: { body: '' } }, asking);

  test('a write reports how many are left, and a refused one when to retry', async () => {
    const { token } = await introduceGuest('Hasty');
    const left: (string | null)[] = [];
    for (let index = 0; index < 4; index += 1) {
      const { status, headers } = await blank({ token });
      expect([status, headers.get('ratelimit-limit')]).toEqual([422, '4']);
      left.push(headers.get('ratelimit-remaining'));
    }
    expect(left).toEqual(['3', '2', '1', '0']);
    const refused = await blank({ token });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(Number(refused.headers.get('ratelimit-reset'))).toBe(wait);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.json()).toMatchObject({ status: 429, errors: { limit: ['too many requests'] } });
  });

  test('guests, accounts and addresses have limits of their own', async () => {
    const from = newAddress();
    const tokens = await Promise.all(['One', 'Two', 'Three'].map(async (name) => (await introduceGuest(name)).token));
    const writes = await granted(12, (index) => blank({ from, token: tokens[index % 3] as string }));
    expect(writes).toBe(9);
    expect(await granted(8, () => blank({ token: admin }))).toBe(6);
  });

  test('only an import by an admin is not limited', async () => {
    const from = newAddress();
    const portion = (token?: string) =>
      ask('POST', `${site}/api/imports/people`, { people: [] }, { from, ...(token && { token }) });
    expect(await granted(12, () => portion(admin))).toBe(12);
    expect(await granted(12, () => portion())).toBe(9);
  });

  test('sign-ins that fail wait longer each time', async () => {
    const from = newAddress();
    const user = { email: `${crypto.randomUUID()}@example.org`, password: 'a wrong one' };
    const again = () => ask('POST', `${site}/api/users/login`, { user }, { from });
    expect([(await again()).status, (await again()).status]).toEqual([401, 401]);
    expect((await again()).status).toBe(429);
    await eventually(async () => (await again()).status === 401, { what: 'the delay to end', everyMs: 300 });
    const second = await again();
    expect(second.status).toBe(429);
    expect(['1', '2']).toContain(second.headers.get('retry-after'));
  }, 60_000);

  test('an address in another notation is the same visitor', async () => {
    const user = { email: `${crypto.randomUUID()}@example.org`, password: 'a wrong one' };
    const [high, low] = [0, 1].map(() => Math.floor(Math.random() * 256)) as [number, number];
    const group = (((high << 8) | low) + 0x10000).toString(16).slice(1);
    const forms = [`198.51.${high}.${low}:1`, `"[::ffff:198.51.${high}.${low}]"`, `[2002:c633:${group}::1]:443`];
    const answers: number[] = [];
    for (const from of forms) answers.push((await ask('POST', `${site}/api/users/login`, { user }, { from })).status);
    expect(answers).toEqual([401, 401, 429]);
  });

  test('Redis holds no address and no e-mail, and all its keys expire', async () => {
    const redis = connectRedis(spare.redisUrl, 'test');
    try {
      await eventually(() => redis.isReady, { what: 'Redis' });
      const keys = await redis.keys('*');
      expect(keys.length).toBeGreaterThan(5);
      expect(keys.filter((key) => !/^limit:[a-z-]+:[\w-]{27}$/.test(key))).toEqual([]);
      for (const key of keys) expect(await redis.pTTL(key)).not.toBe(-1);
    } finally {
      redis.destroy();
    }
  });
});

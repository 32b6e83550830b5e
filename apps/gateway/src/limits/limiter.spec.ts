import { afterEach, expect, test } from '@jest/globals';
import { RedisLink } from '#redis/redis-link.js';
import { Limiter } from './limiter.js';

const silent = { warn: () => undefined, info: () => undefined };
const two = [{ key: 'limit:write:one', limit: 2 }];
const tally = { key: 'limit:failed-sign-in:one', free: 2, firstDelayMs: 60_000, maxDelayMs: 60_000 };

let limiter: Limiter | undefined;
afterEach(() => limiter?.onApplicationShutdown());

/** Nobody listens on this port. */
const link = () => new RedisLink('redis://127.0.0.1:1', 'test', silent);

test.each([
  ['is away', link],
  ['was never there', () => undefined],
])(
  'while Redis %s, writes and sign-ins are counted in the process, reads pass, and no request fails',
  async (_, open) => {
    const one = (limiter = new Limiter(open(), 60));
    const writes = [1, 2, 3].map(() => one.take(two, { whileAway: 'count here' }));
    expect((await Promise.all(writes)).map(({ granted }) => granted)).toEqual([true, true, false]);
    const reads = [1, 2, 3].map(() => one.take(two, { whileAway: 'let pass' }));
    expect((await Promise.all(reads)).every(({ granted }) => granted)).toBe(true);
    expect([await one.attempt([tally]), await one.attempt([tally])]).toEqual([0, 0]);
    expect(await one.attempt([tally])).toBeGreaterThan(0);
    await one.correct([tally], []);
    expect(await one.attempt([tally])).toBe(0);
    expect(one.isShared).toBe(false);
  },
);

import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Redis } from '#redis/connect-redis.js';
import type { Standing, Window } from './window.js';

/** Windows counted in Redis, for all replicas together. */
export class RedisWindows {
  private readonly limiters = new Map<number, RateLimiterRedis>();

  constructor(
    private readonly redis: Redis,
    private readonly spanSeconds: number,
  ) {}

  async take({ key, limit }: Window): Promise<Standing> {
    try {
      return standingOf(limit, true, await this.limiterOf(limit).consume(key));
    } catch (reason) {
      // The library rejects with its result if a request exceeds the limit.
      if (reason instanceof RateLimiterRes) return standingOf(limit, false, reason);
      throw reason;
    }
  }

  private limiterOf(limit: number): RateLimiterRedis {
    const known = this.limiters.get(limit);
    if (known) return known;
    const limiter = new RateLimiterRedis({
      storeClient: this.redis,
      // Without this the library uses ioredis's commands, which node-redis does not have: each fails, as if Redis were
      // away.
      useRedisPackage: true,
      points: limit,
      duration: this.spanSeconds,
      keyPrefix: '',
    });
    this.limiters.set(limit, limiter);
    return limiter;
  }
}

const standingOf = (limit: number, granted: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Standing => ({
  ...{ limit, granted, remaining: remainingPoints, resetMs: msBeforeNext },
});

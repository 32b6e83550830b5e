import { withTimeout } from '#process/with-timeout.js';
import { commandLimitMs, connectRedis, type Redis } from './connect-redis.js';

export interface LinkLog {
  warn(detail: object, message: string): void;
  info(detail: object, message: string): void;
}

const pauseMs = 1_000;

/** A Redis that may be away at any time, for work that has another way then. */
export class RedisLink {
  private readonly redis: Redis;
  private askAgainAt = 0;

  constructor(
    url: string,
    name: string,
    private readonly log: LinkLog,
  ) {
    // Work has a limit as a whole. One for each command doubles what ioredis leaves behind of it.
    this.redis = connectRedis(url, name, { commandTimeout: undefined });
    this.redis.on('ready', () => log.info({}, 'Redis answers'));
    this.redis.on('close', () => this.pause('the connection is closed'));
  }

  get isUp(): boolean {
    return this.redis.status === 'ready' && performance.now() >= this.askAgainAt;
  }

  /** @returns undefined where Redis is away, in 0.1 s at most; after a failure it is not asked for a second. */
  async ask<Result>(work: (redis: Redis) => Promise<Result>): Promise<Result | undefined> {
    if (!this.isUp) return undefined;
    try {
      return await withTimeout(work(this.redis), commandLimitMs, 'Redis');
    } catch (error) {
      this.pause((error as Error).message);
      return undefined;
    }
  }

  close(): void {
    this.redis.disconnect();
  }

  private pause(reason: string): void {
    if (performance.now() >= this.askAgainAt) this.log.warn({ reason }, 'Redis is away; it is done without');
    this.askAgainAt = performance.now() + pauseMs;
  }
}

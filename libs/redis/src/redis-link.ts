import { withTimeout } from '#process/with-timeout.js';
import { connectRedis, type Redis } from './connect-redis.js';

export interface LinkLog {
  warn(detail: object, message: string): void;
  info(detail: object, message: string): void;
}

/** Milliseconds after which nobody waits for Redis any more. */
export const redisLimitMs = 100;

/** A Redis that may be away at any time, for work that has another way then. */
export class RedisLink {
  private readonly redis: Redis;
  private answers: boolean | undefined;

  constructor(
    url: string,
    name: string,
    private readonly log: LinkLog,
  ) {
    this.redis = connectRedis(url, name);
    this.redis.on('ready', () => this.noteAnswer());
    this.redis.on('ping-interval', () => this.noteAnswer());
    this.redis.on('error', (error: Error) => this.noteFailure(error.message));
  }

  get isUp(): boolean {
    return this.answers === true && this.redis.isReady;
  }

  /**
   * @returns undefined where Redis is away, in 0.1 s at most. After a failure it is asked again when it has answered a
   * ping, which the client sends once a second: no request is there to find out.
   */
  async ask<Result>(work: (redis: Redis) => Promise<Result>): Promise<Result | undefined> {
    if (!this.isUp) return undefined;
    try {
      return await withTimeout(work(this.redis), redisLimitMs, 'Redis');
    } catch (error) {
      this.noteFailure((error as Error).message);
      return undefined;
    }
  }

  close(): void {
    this.redis.destroy();
  }

  private noteAnswer(): void {
    if (this.answers !== true) this.log.info({}, 'Redis answers');
    this.answers = true;
  }

  private noteFailure(reason: string): void {
    if (this.answers !== false) this.log.warn({ reason }, 'Redis is away; it is done without');
    this.answers = false;
  }
}
